import type { PropertySpec, ValueType } from '@sigil/spec';
import fc from 'fast-check';

/** A type as TypeScript, and the value type that is meant. */
export interface WrittenType {
  readonly text: string;
  readonly type: ValueType;
}

/** What a text declares beside a type: in any order. */
export class Declarations {
  readonly all: string[] = [];

  /** A name that nothing else has. */
  fresh(prefix: string): string {
    return `${prefix}${this.all.length}_`;
  }

  /** Declares something and gives its name. */
  declare(prefix: string, write: (name: string) => string): string {
    const name = this.fresh(prefix);
    this.all.push(write(name));
    return name;
  }
}

/** Writes a type, with the declarations that it needs. */
export type TypeWriter = (declarations: Declarations) => WrittenType;

const NAMES = ['a', 'b', 'size', 'valueOf', 'with space', 'ünï', '$x', 'toString'] as const;

const quote = (text: string): string => JSON.stringify(text);

const word = fc.constantFrom('a', 'b', 'c', 'high', 'low', 'A b', "it's", 'x|y', '*', '10');

const constant = (text: string, type: ValueType): fc.Arbitrary<TypeWriter> =>
  fc.constant(() => ({ text, type }));

const words = fc.uniqueArray(word, { minLength: 1, maxLength: 4 });

const TEXT = { kind: 'string' } as const;

const choice: fc.Arbitrary<TypeWriter> = fc
  .tuple(words, fc.constantFrom('plain', 'lines', 'alias', 'array', 'keys', 'exclude', 'enum', 'members'))
  .map(([values, form]): TypeWriter => (declarations) => {
    const plain = values.map(quote).join(' | ');
    const type: ValueType = { kind: 'enum', values };
    const declare = (prefix: string, write: (own: string) => string): string =>
      declarations.declare(prefix, write);
    switch (form) {
      case 'lines': {
        // Prettier takes the bar from a single one, and its comment with it.
        if (values.length === 1) return { text: plain, type };
        const lines = values.map((value, at) => `\n  /** About ${at}. */\n  | ${quote(value)}`);
        return {
          text: declarations.declare('Choice', (own) => `type ${own} =${lines.join('')};`),
          type: { ...type, members: values.map((_, at) => ({ description: `About ${at}.` })) },
        };
      }
      case 'alias':
        return { text: declare('Choice', (own) => `export type ${own} = (${plain});`), type };
      case 'array': {
        const list = declare('list', (own) => `const ${own} = [${values.map(quote).join(', ')}] as const;`);
        return { text: `(typeof ${list})[number]`, type };
      }
      case 'keys': {
        const name = declare(
          'Keys',
          (own) => `interface ${own} { ${values.map((one) => `${quote(one)}: 1`).join('; ')} }`,
        );
        return { text: `keyof ${name}`, type };
      }
      case 'exclude':
        return { text: `Exclude<${plain} | 'left out', 'left out'>`, type };
      case 'enum':
      case 'members': {
        const members = values.map((value, at) => `M${at} = ${quote(value)}`);
        const name = declare('Level', (own) => `enum ${own} { ${members.join(', ')} }`);
        const all = values.map((_, at) => `${name}.M${at}`).join(' | ');
        return {
          text: form === 'enum' ? name : all,
          type: { ...type, members: values.map((_, at) => ({ accepted: [`M${at}`] })) },
        };
      }
      default:
        return { text: plain, type };
    }
  });

const numericEnum: fc.Arbitrary<TypeWriter> = fc
  .uniqueArray(fc.integer({ min: -5, max: 99 }), { minLength: 1, maxLength: 3 })
  .map((values): TypeWriter => (declarations) => ({
    text: declarations.declare(
      'Rank',
      (own) => `enum ${own} { ${values.map((value, at) => `M${at} = ${value}`).join(', ')} }`,
    ),
    type: { kind: 'enum', values, members: values.map((_, at) => ({ shown: `M${at}` })) },
  }));

const leaf: fc.Arbitrary<TypeWriter> = fc.oneof(
  { weight: 2, arbitrary: constant('string', TEXT) },
  constant('number', { kind: 'number' }),
  constant('boolean', { kind: 'boolean' }),
  constant('true | false', { kind: 'boolean' }),
  constant('bigint', { kind: 'bigint' }),
  constant('Date', { kind: 'date', precision: 'time' }),
  constant('`id-${number}`', { kind: 'template', parts: ['id-', { kind: 'number' }] }),
  constant("Uppercase<'a' | 'b'>", { kind: 'enum', values: ['A', 'B'] }),
  constant("string & { readonly __brand: 'Sku' }", { kind: 'string', brand: 'Sku' }),
  constant("'small' | (string & {})", { kind: 'string', suggestions: ['small'] }),
  constant("1 | 'a' | true", { kind: 'enum', values: [1, 'a', true] }),
  constant('NonNullable<string | null | undefined>', TEXT),
  fc.constant<TypeWriter>((declarations) => ({
    text: declarations.declare('Count', (own) => `/** @minimum 1 */\ntype ${own} = number;`),
    type: { kind: 'number', constraints: { minimum: 1 } },
  })),
  { weight: 4, arbitrary: choice },
  numericEnum,
);

/** Types of every kind, some levels deep. */
export function writtenType(depth = 3): fc.Arbitrary<TypeWriter> {
  if (depth === 0) return leaf;
  const inner = writtenType(depth - 1);
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    listOf(inner),
    mapOf(inner),
    tupleOf(inner),
    { weight: 3, arbitrary: objectOf(inner) },
    { weight: 2, arbitrary: variantsOf(inner) },
    recursiveOf(inner),
    nullableOf(inner),
    namedIn(inner),
  );
}

function listOf(inner: fc.Arbitrary<TypeWriter>): fc.Arbitrary<TypeWriter> {
  const forms = [
    '($)[]',
    'Array<$>',
    'readonly ($)[]',
    'ReadonlyArray<$>',
    'Readonly<($)[]>',
    'Set<$>',
    'ReadonlySet<$>',
  ];
  return fc.tuple(inner, fc.constantFrom(...forms)).map(([write, form]): TypeWriter => (declarations) => {
    const items = write(declarations);
    return {
      text: form.replace('$', () => items.text),
      type: { kind: form.includes('Set<') ? 'set' : 'array', items: items.type },
    };
  });
}

function mapOf(inner: fc.Arbitrary<TypeWriter>): fc.Arbitrary<TypeWriter> {
  const forms = [
    'Record<string, $>',
    '{ [key: string]: $ }',
    '{ [K in string]: $ }',
    'Map<string, $>',
    'ReadonlyMap<string, $>',
  ];
  return fc.tuple(inner, fc.constantFrom(...forms)).map(([write, form]): TypeWriter => (declarations) => {
    const value = write(declarations);
    return {
      text: form.replace('$', () => value.text),
      type: { kind: 'map', form: form.includes('Map<') ? 'map' : 'record', key: TEXT, value: value.type },
    };
  });
}

function tupleOf(inner: fc.Arbitrary<TypeWriter>): fc.Arbitrary<TypeWriter> {
  return fc
    .tuple(fc.array(inner, { minLength: 1, maxLength: 3 }), fc.boolean())
    .map(([writers, isLabelled]): TypeWriter => (declarations) => {
      const items = writers.map((write) => write(declarations));
      const texts = items.map((item, at) => (isLabelled ? `label${at}: ${item.text}` : item.text));
      return {
        text: `[${texts.join(', ')}]`,
        type: {
          kind: 'tuple',
          items: items.map(({ type }, at) => ({ name: isLabelled ? `label${at}` : `item${at + 1}`, type })),
        },
      };
    });
}

interface WrittenProperty {
  readonly name: string;
  readonly write: TypeWriter;
  readonly form: 'plain' | 'optional' | 'undefined' | 'readonly';
  readonly isDescribed: boolean;
}

function propertiesOf(inner: fc.Arbitrary<TypeWriter>): fc.Arbitrary<readonly WrittenProperty[]> {
  const property = fc.record<WrittenProperty>({
    name: fc.constantFrom(...NAMES),
    write: inner,
    form: fc.constantFrom('plain', 'optional', 'undefined', 'readonly'),
    isDescribed: fc.boolean(),
  });
  return fc.uniqueArray(property, { minLength: 1, maxLength: 3, selector: ({ name }) => name });
}

function printed(
  properties: readonly WrittenProperty[],
  declarations: Declarations,
): { members: string[]; specs: PropertySpec[] } {
  const specs: PropertySpec[] = [];
  const members = properties.map(({ name, write, form, isDescribed }) => {
    const { text: written, type } = write(declarations);
    specs.push({
      name,
      type,
      ...(form === 'optional' || form === 'undefined' ? { optional: true } : {}),
      ...(isDescribed ? { description: `The ${name}.` } : {}),
    });
    const key = /^[\w$]+$/u.test(name) ? name : quote(name);
    const comment = isDescribed ? `\n  /** The ${name}. */` : '';
    const end = form === 'undefined' ? ' | undefined' : '';
    return `${comment}\n  ${form === 'readonly' ? 'readonly ' : ''}${key}${form === 'optional' ? '?' : ''}: ${written}${end};`;
  });
  return { members, specs };
}

function objectOf(inner: fc.Arbitrary<TypeWriter>): fc.Arbitrary<TypeWriter> {
  const forms = fc.constantFrom(
    'inline',
    'interface',
    'alias',
    'merged',
    'extended',
    'both',
    'omitted',
    'partial',
    'class',
    'generic',
  );
  return fc.tuple(propertiesOf(inner), forms).map(([properties, form]): TypeWriter => (declarations) => {
    const { members, specs } = printed(properties, declarations);
    const body = `{${members.join('')}\n}`;
    const type: ValueType = { kind: 'object', properties: specs };
    const declare = (write: (name: string) => string): string => declarations.declare('Thing', write);
    const [first = '', ...others] = members;
    switch (form) {
      case 'interface':
        return { text: declare((own) => `export interface ${own} ${body}`), type };
      case 'alias':
        return { text: declare((own) => `type ${own} = ${body};`), type };
      case 'merged':
        return {
          text: declare((own) => `interface ${own} {${first}\n}\n\ninterface ${own} {${others.join('')}\n}`),
          type,
        };
      case 'extended': {
        const base = declarations.declare('Base', (own) => `interface ${own} {${first}\n}`);
        return { text: declare((own) => `interface ${own} extends ${base} {${others.join('')}\n}`), type };
      }
      case 'both':
        return { text: others.length === 0 ? body : `{${first}\n} & {${others.join('')}\n}`, type };
      case 'omitted':
        return { text: `Omit<${body.replace(/\n\}$/u, '\n  dropped: string;\n}')}, 'dropped'>`, type };
      case 'partial':
        return {
          text: `Partial<${body}>`,
          type: { ...type, properties: specs.map((spec) => ({ ...spec, optional: true })) },
        };
      case 'class':
        return { text: declare((own) => `declare class ${own} ${body}`), type };
      case 'generic': {
        const name = declare((own) => `type ${own}<T> = {\n  value: T;\n};`);
        return { text: `${name}<${body}>`, type: { kind: 'object', properties: [{ name: 'value', type }] } };
      }
      default:
        return { text: body, type };
    }
  });
}

function variantsOf(inner: fc.Arbitrary<TypeWriter>): fc.Arbitrary<TypeWriter> {
  return fc
    .tuple(fc.array(propertiesOf(inner), { minLength: 2, maxLength: 3 }), fc.boolean())
    .map(([variants, isFirst]): TypeWriter => (declarations) => {
      const all = variants.map((properties, at) => {
        const { members, specs } = printed(properties, declarations);
        const kind = `\n  kind: 'k${at}';`;
        const spec: PropertySpec = { name: 'kind', type: { kind: 'enum', values: [`k${at}`] } };
        return {
          text: `{${isFirst ? kind : ''}${members.join('')}${isFirst ? '' : kind}\n}`,
          type: { kind: 'object' as const, properties: isFirst ? [spec, ...specs] : [...specs, spec] },
        };
      });
      return {
        text: declarations.declare(
          'Union',
          (own) => `type ${own} =${all.map((one) => `\n  | ${one.text}`).join('')};`,
        ),
        type: { kind: 'union', discriminator: 'kind', variants: all.map(({ type }) => type) },
      };
    });
}

function recursiveOf(inner: fc.Arbitrary<TypeWriter>): fc.Arbitrary<TypeWriter> {
  return fc
    .tuple(inner, fc.constantFrom('list', 'optional', 'nullable', 'map'))
    .map(([write, form]): TypeWriter => (declarations) => {
      const { text: written, type } = write(declarations);
      const link = (name: string): string =>
        ({
          list: `next: ${name}[]`,
          optional: `next?: ${name}`,
          nullable: `next: null | ${name}`,
          map: `next: Map<string, ${name}>`,
        })[form] ?? '';
      const name = declarations.declare(
        'Tree',
        (own) => `interface ${own} {\n  value: ${written};\n  ${link(own)};\n}`,
      );
      const back: ValueType = { kind: 'reference', name };
      const next: PropertySpec = {
        name: 'next',
        type:
          form === 'list'
            ? { kind: 'array', items: back }
            : form === 'nullable'
              ? { kind: 'nullable', inner: back }
              : form === 'map'
                ? { kind: 'map', form: 'map', key: TEXT, value: back }
                : back,
        ...(form === 'optional' ? { optional: true } : {}),
      };
      return {
        text: name,
        type: {
          kind: 'recursive',
          name,
          type: { kind: 'object', properties: [{ name: 'value', type }, next] },
        },
      };
    });
}

function nullableOf(inner: fc.Arbitrary<TypeWriter>): fc.Arbitrary<TypeWriter> {
  return fc
    .tuple(inner, fc.boolean(), fc.boolean())
    .map(([write, isLast, isGeneric]): TypeWriter => (declarations) => {
      const { text: written, type } = write(declarations);
      const nullable: ValueType = type.kind === 'nullable' ? type : { kind: 'nullable', inner: type };
      if (isGeneric) {
        const maybe = declarations.declare('Maybe', (own) => `type ${own}<T> = T | null;`);
        return { text: `${maybe}<${written}>`, type: nullable };
      }
      return { text: isLast ? `(${written}) | null` : `null | (${written})`, type: nullable };
    });
}

/** The same type by another way: an alias, parentheses, a generic that gives back what it takes. */
function namedIn(inner: fc.Arbitrary<TypeWriter>): fc.Arbitrary<TypeWriter> {
  return fc
    .tuple(inner, fc.constantFrom('alias', 'same', 'item', 'indexed', 'namespace'))
    .map(([write, form]): TypeWriter => (declarations) => {
      const { text: written, type } = write(declarations);
      switch (form) {
        case 'alias':
          return { text: declarations.declare('Alias', (own) => `type ${own} = ${written};`), type };
        case 'same':
          return {
            text: `${declarations.declare('Same', (own) => `type ${own}<T> = T;`)}<${written}>`,
            type,
          };
        case 'item':
          return { text: `(${written})[][number]`, type };
        case 'indexed':
          return { text: `{ held: ${written} }['held']`, type };
        default: {
          const name = declarations.declare(
            'space',
            (own) => `namespace ${own} {\n  export type Inner = ${written};\n}`,
          );
          return { text: `${name}.Inner`, type };
        }
      }
    });
}

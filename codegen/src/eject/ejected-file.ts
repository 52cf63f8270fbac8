import { bodyOf, holdsNull } from '@sigil/schema';
import type { FieldSpec, SignatureSpec, TemplateSlot } from '@sigil/spec';
import { stacked } from '../emit/layout.js';
import { propertyName, stringLiteral } from '../emit/literal.js';
import { printStacked, printValue } from '../emit/print-value.js';
import { domainLiteral } from './domain-literal.js';
import type { Ejection } from './ejection.js';
import type { FunctionName } from './shipped-function.js';
import { functionTexts } from './function-texts.js';
import { access, shownCode, type CodeParts } from './input-code.js';
import * as layouts from './layout-texts.js';
import { NamedTypes } from './named-types.js';
import { objectCode, readerCode } from './reader-code.js';
import { sendText } from './send-text.js';
import { memberText, typeText } from './type-text.js';
import { requireEjectable } from './unfit-types.js';

const START = '// Ejected by sigil from ';

/** True for the text of a file that `sigil eject` wrote. */
export function isEjected(text: string): boolean {
  return text.startsWith(START);
}

/**
 * A signature as one TypeScript file that needs nothing but `fetch`: types, prompt, request, parser.
 *
 * @throws UsageError that names the fields whose values take more than that
 */
export function ejectedFile(ejection: Ejection): string {
  const { name, spec, template, markers, command } = ejection;
  requireEjectable(spec);
  const used = new Set<FunctionName>(['fail', 'fromJson', 'json']);
  const parts: CodeParts = {
    use: (needed) => {
      used.add(needed);
      return needed;
    },
    names: new NamedTypes(name),
  };
  const inputs = spec.fields.filter(({ direction }) => direction === 'in');
  const outputs = spec.fields.filter(({ direction }) => direction === 'out');
  const types = [
    interfaceText(`${name}Inputs`, inputs, parts),
    interfaceText(`${name}Outputs`, outputs, parts),
  ];
  const prompt = promptText(ejection, parts);
  const parser = parserText(ejection, outputs, parts);
  const recursive = recursiveTexts(inputs, outputs, ejection, parts);
  const blocks = [
    `${START}${spec.id} (${template.adapter}). It is yours: it needs nothing but fetch.`,
    ...types,
    ...recursive.types,
    prompt,
    sendText(ejection),
    parser,
    ...recursive.readers,
    'type Read<T = unknown> = (value: unknown, at: string) => T;',
    `/** What reads as a field in a prompt or a reply. In a text of yours it gets a backslash. */\nconst MARKERS = ${String(markers.pattern)};\nconst NAMES = new Set(${printValue(markers.keys, 0, 22)});`,
    template.adapter === 'xml/1' ? layouts.tagMarkers : layouts.lineMarkers,
    layouts.markersIn,
    ...functionTexts(used),
    `// To go back to Sigil, import ${name} from the class again: its file is ${spec.id.split('#')[0]}. What was changed in\n` +
      `// the prompt here goes into the doc comment of the class, or into its .opt.json, followed by "sigil generate".\n` +
      `// This file was written by: ${command}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function interfaceText(name: string, fields: readonly FieldSpec[], { names }: CodeParts): string {
  return fields.length === 0
    ? `export type ${name} = Record<string, never>;`
    : `export interface ${name} {\n${fields.map((field) => memberText(field, names)).join('\n')}\n}`;
}

/** The messages: those without inputs are data, that with inputs is put together. */
function promptText({ name, spec, template, wire }: Ejection, parts: CodeParts): string {
  const messages = template.messages.map(({ role, parts: all }) => {
    const kept = all.filter((part) => typeof part === 'string' || 'slot' in part || wire === undefined);
    return {
      role,
      parts: kept.map((part) => (typeof part === 'object' && 'schema' in part ? part.schema : part)),
    };
  });
  const isData = ({ parts: all }: (typeof messages)[number]): boolean =>
    all.every((part) => typeof part === 'string');
  const before = messages.slice(
    0,
    messages.findIndex((message) => !isData(message)),
  );
  const data = before.map(({ role, parts: all }) => ({ role, content: all.map(String).join('') }));
  const rest = messages.slice(before.length).map(({ role, parts: all }) => {
    const lines = all.map((part) =>
      typeof part === 'string' ? printValue(part, 2, 6) : slotCode(part, spec, parts),
    );
    const isOpen = all[0] === '';
    const text = `[\n${lines
      .filter((line) => line !== "''")
      .map((line) => `      ${line},\n`)
      .join('')}    ].join('')`;
    return `    { role: '${role}', content: ${text}${isOpen ? ".replace(/^\\n/, '')" : ''} },\n`;
  });
  return [
    "interface Message {\n  role: 'system' | 'user' | 'assistant';\n  content: string;\n}",
    `/** What to do, how to answer, and worked examples. */\nconst PROMPT: Message[] = ${printStacked(data, 0)};`,
    `/** The messages that are sent. */\nexport function render(inputs: ${name}Inputs): Message[] {\n  return [\n    ...PROMPT,\n${rest.join('')}  ];\n}`,
  ].join('\n\n');
}

function slotCode({ slot, before, after }: TemplateSlot, spec: SignatureSpec, parts: CodeParts): string {
  const field = spec.fields.find(({ name }) => name === slot);
  if (field === undefined) return "''";
  const { type, optional, default: fallback } = field;
  const at = `inputs${access(slot)}`;
  const value =
    fallback === undefined
      ? at
      : type.kind === 'nullable'
        ? `(${at} === undefined ? ${domainLiteral(type, fallback)} : ${at})`
        : `(${at} ?? ${domainLiteral(type, fallback)})`;
  const text = `${stringLiteral(before)} + ${valueCode(field, value, parts)}${after === undefined ? '' : ` + ${stringLiteral(after)}`}`;
  return optional === true && fallback === undefined ? `${at} === undefined ? '' : ${text}` : text;
}

/** As `isPlainText` and `renderValue` decide it. */
function valueCode(
  { type, optional, default: fallback }: FieldSpec,
  value: string,
  { use, names }: CodeParts,
): string {
  const code = shownCode(type, value, { use, names });
  const { kind } = bodyOf(type);
  const isText = ['string', 'date', 'bigint', 'template', 'enum', 'union', 'reference'].includes(kind);
  if (!isText) return `${use('json')}(${code})`;
  const mayBeNothing = optional === true || fallback !== undefined || type.kind === 'nullable';
  const taken = [...(mayBeNothing ? [use('isNothing')] : []), ...(kind === 'union' ? [use('isJson')] : [])];
  if (taken.length === 0) return `${use('shown')}(${code})`;
  const isTaken =
    taken.length === 1 ? (taken[0] ?? '') : `(text) => ${taken.map((one) => `${one}(text)`).join(' || ')}`;
  return `${use('shown')}(${code}, ${isTaken})`;
}

function parserText({ name, template }: Ejection, outputs: readonly FieldSpec[], parts: CodeParts): string {
  const { use } = parts;
  const form = template.adapter === 'json/1' ? 'wire' : 'prompt';
  const reader = `/** What a reply has to hold. */\nconst OUTPUTS = ${objectCode(outputs, form, parts, 0)};`;
  const signature = `/**\n * Reads a reply in the layout that the prompt asks for.\n *\n * @throws Error for any other, and for values that do not fit\n */\nexport function parse(reply: string): ${name}Outputs {`;
  if (template.adapter === 'json/1' || template.adapter === 'compact/1') {
    use('RESERVED');
    return `${signature}\n  if (RESERVED.test(reply.trim())) return fail('', reply, 'one JSON object');\n  return OUTPUTS(fromJson(reply, ''), '') as ${name}Outputs;\n}\n\n${reader}`;
  }
  for (const one of ['fromJson', 'RESERVED'] as const) use(one);
  const texts = [layouts.asText];
  const ways = outputs.map((field) => {
    const { kind } = bodyOf(field.type);
    const isText = ['string', 'date', 'bigint', 'template', 'enum'].includes(kind);
    const way = isText ? 'asText' : kind === 'union' && !isTagged(field) ? 'asEither' : 'fromJson';
    const mayBeNothing = field.optional === true || field.default !== undefined || holdsNull(field.type);
    if (way === 'asEither') use('isJson');
    if (mayBeNothing && kind !== 'json') use('isNothing');
    return [field.alias ?? field.name, mayBeNothing && kind !== 'json' ? `orNothing(${way})` : way] as const;
  });
  if (ways.some(([, way]) => way.includes('asEither'))) texts.push(layouts.asEither);
  if (ways.some(([, way]) => way.includes('orNothing'))) texts.push(layouts.orNothing);
  texts.push(template.adapter === 'xml/1' ? layouts.fieldsInTags : layouts.fieldsInLines);
  const layout = ways.map(([shown, way]) => `${propertyName(shown)}: ${way}`);
  return `${signature}
  const values: [string, unknown][] = [];
  for (const [name, text] of fieldsOf(reply)) values.push([name, LAYOUT[name]?.(text, name)]);
  return OUTPUTS(Object.fromEntries(values), '') as ${name}Outputs;
}

${reader}

/** How the value of each field is written. */
const LAYOUT: Record<string, (text: string, at: string) => unknown> = ${stacked(['{', '}'], layout, 0)};

${texts.join('\n\n')}`;
}

function isTagged({ type }: FieldSpec): boolean {
  const body = bodyOf(type);
  return body.kind === 'union' && body.discriminator !== undefined;
}

/** The declarations of types that hold themselves, and what shows and reads them. */
function recursiveTexts(
  inputs: readonly FieldSpec[],
  outputs: readonly FieldSpec[],
  { template }: Ejection,
  parts: CodeParts,
): { readonly types: readonly string[]; readonly readers: readonly string[] } {
  const form = template.adapter === 'json/1' ? 'wire' : 'prompt';
  const types: string[] = [];
  const readers: string[] = [];
  const shownIn = JSON.stringify(inputs);
  const readIn = JSON.stringify(outputs);
  for (let at = 0; at < parts.names.declared.length; at++) {
    const one = parts.names.declared[at];
    if (one === undefined) continue;
    const { name, type } = one;
    parts.names.declare(type);
    types.push(`export type ${name} = ${typeText(type.type, parts.names)};`);
    const text = JSON.stringify(type);
    if (shownIn.includes(text))
      readers.push(
        `function shown${name}(value: ${name}): unknown {\n  return ${shownCode(type.type, 'value', parts)};\n}`,
      );
    if (readIn.includes(text))
      readers.push(
        `function read${name}(value: unknown, at: string): unknown {\n  return ${readerCode(type.type, form, parts)}(value, at);\n}`,
      );
  }
  return { types, readers };
}

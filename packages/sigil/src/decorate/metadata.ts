import 'reflect-metadata';
import { DecoratorError } from '@sigil/spec';

// Standard decorators share a metadata object only where this symbol exists when the class is evaluated.
if (Symbol.metadata === undefined) {
  Object.defineProperty(Symbol, 'metadata', { value: Symbol.for('Symbol.metadata') });
}

/** The name under which a class keeps its decorated fields. */
const FIELDS = Symbol.for('sigil.fields');

/** The name under which a class keeps that it carries `@Signature()`. */
const SIGNATURE = Symbol.for('sigil.signature');

/** Notes that a class carries `@Signature()`. */
export function recordSignature(target: object): void {
  Reflect.defineMetadata(SIGNATURE, true, target);
}

/** True for a class that carries `@Signature()` itself, and false for one whose base does. */
export function isRecordedSignature(target: object): boolean {
  return Reflect.hasOwnMetadata(SIGNATURE, target);
}

type Fields = ReadonlyMap<string, 'in' | 'out'>;

/**
 * Notes that a field was decorated. Serves both kinds of decorators: standard ones bring a context object, legacy ones
 * the prototype and the field's name.
 *
 * @throws DecoratorError for any other call
 */
export function recordField(
  decorator: string,
  target: unknown,
  context: unknown,
  direction: 'in' | 'out',
): void {
  if (typeof context === 'object' && context !== null) recordStandard(decorator, context, direction);
  else if (typeof context === 'string') recordLegacy(decorator, target, context, direction);
  else if (typeof context === 'symbol')
    refuse(decorator, 'a field named by a symbol', 'give the field a name');
  else {
    refuse(
      decorator,
      'a call that neither legacy nor standard decorators make',
      `set "experimentalDecorators": true in tsconfig.json`,
    );
  }
}

/** The decorated fields of a class, its bases' first, in the order of their declaration. */
export function recordedFields(target: object): Fields {
  const legacy: unknown = Reflect.getMetadata(FIELDS, target);
  if (isFields(legacy)) return legacy;
  const bag: unknown = Reflect.get(target, Symbol.metadata);
  const standard: unknown = typeof bag === 'object' && bag !== null ? Reflect.get(bag, FIELDS) : undefined;
  return isFields(standard) ? standard : new Map();
}

function recordStandard(decorator: string, context: object, direction: 'in' | 'out'): void {
  const { kind, name, metadata, isStatic } = readContext(context);
  if (kind !== 'field' || isStatic) {
    refuse(
      decorator,
      `a ${isStatic ? 'static ' : ''}${kind}`,
      `put it on a plain field: '@${decorator}() name!: string'`,
    );
  }
  if (typeof name !== 'string') refuse(decorator, 'a field named by a symbol', 'give the field a name');
  if (metadata === undefined) {
    refuse(
      decorator,
      'a decorator context without metadata',
      `set "experimentalDecorators": true in tsconfig.json`,
    );
  }
  const inherited: unknown = Reflect.get(metadata, FIELDS);
  const fields = Object.hasOwn(metadata, FIELDS) && isFields(inherited) ? inherited : undefined;
  const next = extend(
    fields ?? (isFields(inherited) ? inherited : new Map()),
    decorator,
    name,
    direction,
    !fields,
  );
  Object.defineProperty(metadata, FIELDS, { value: next, configurable: true });
}

function recordLegacy(decorator: string, target: unknown, name: string, direction: 'in' | 'out'): void {
  if (typeof target !== 'object' || target === null) {
    refuse(
      decorator,
      `the static field '${name}'`,
      `put it on a plain field: '@${decorator}() ${name}!: string'`,
    );
  }
  const owner = target.constructor;
  const own: unknown = Reflect.getOwnMetadata(FIELDS, owner);
  const inherited: unknown = Reflect.getMetadata(FIELDS, owner);
  const known = isFields(own) ? own : isFields(inherited) ? inherited : new Map<string, 'in' | 'out'>();
  Reflect.defineMetadata(FIELDS, extend(known, decorator, name, direction, !isFields(own)), owner);
}

/** A copy with one more field. A subclass may give an inherited field another direction, one class may not give two. */
function extend(
  known: Fields,
  decorator: string,
  name: string,
  direction: 'in' | 'out',
  inherited: boolean,
): Fields {
  if (known.has(name) && !inherited && known.get(name) !== direction) {
    refuse(
      decorator,
      `'${name}', which is already an ${direction === 'in' ? 'output' : 'input'}`,
      'keep one of the two',
    );
  }
  return new Map(known).set(name, direction);
}

function readContext(context: object): {
  kind: string;
  name: unknown;
  metadata: object | undefined;
  isStatic: boolean;
} {
  const metadata: unknown = Reflect.get(context, 'metadata');
  return {
    kind: String(Reflect.get(context, 'kind')),
    name: Reflect.get(context, 'name'),
    metadata: typeof metadata === 'object' && metadata !== null ? metadata : undefined,
    isStatic: Reflect.get(context, 'static') === true,
  };
}

function isFields(value: unknown): value is Fields {
  return value instanceof Map;
}

function refuse(decorator: string, found: string, fix: string): never {
  throw new DecoratorError(
    `Cannot apply @${decorator}: found ${found}, wanted a field of a class. To fix it, ${fix}.`,
  );
}

import type { TemplateHole } from '@sigil/spec';
import { ts } from '../ts-morph.js';
import { refuse, written, type TypeContext, type UnionMember } from './type-context.js';

/** Past this many texts a template of choices stays a template. */
const MAX_TEXTS = 100;

/** `` `id-${number}` ``. Where only choices stand in it, it is the list of its texts. */
export function readTemplateType(node: ts.TypeNode, context: TypeContext): UnionMember | undefined {
  if (!ts.isTemplateLiteralTypeNode(node)) return undefined;
  const parts: (string | TemplateHole)[] = [node.head.text];
  for (const span of node.templateSpans) {
    const read = context.readMember(span.type);
    const holes = holesOf(read);
    if (holes === undefined) {
      if (read.kind === 'refused') return read;
      return refuse(
        span.type,
        context,
        `'${read.text}' in a template`,
        'write string, number, bigint or literals there',
      );
    }
    parts.push(...holes, span.literal.text);
  }
  const joined = join(parts);
  const texts = textsOf(joined);
  return texts === undefined
    ? { kind: 'template', parts: joined, ...written(node, context) }
    : { kind: 'enum', values: texts, ...written(node, context) };
}

function holesOf(read: UnionMember): readonly (string | TemplateHole)[] | undefined {
  switch (read.kind) {
    case 'string':
    case 'number':
    case 'bigint':
      return [{ kind: read.kind }];
    case 'boolean':
      return [{ kind: 'choice', values: ['true', 'false'] }];
    case 'enum':
      return [{ kind: 'choice', values: read.values.map(String) }];
    case 'template':
      return read.parts;
    default:
      return undefined;
  }
}

/** Texts that stand side by side are one; a choice of one is a text. */
function join(parts: readonly (string | TemplateHole)[]): (string | TemplateHole)[] {
  const joined: (string | TemplateHole)[] = [];
  for (const part of parts) {
    const [only, ...more] = typeof part !== 'string' && part.kind === 'choice' ? part.values : [];
    const next = only !== undefined && more.length === 0 ? only : part;
    const last = joined.at(-1);
    if (typeof next === 'string' && typeof last === 'string') joined[joined.length - 1] = last + next;
    else if (next !== '') joined.push(next);
  }
  return joined;
}

function textsOf(parts: readonly (string | TemplateHole)[]): readonly string[] | undefined {
  let texts = [''];
  for (const part of parts) {
    if (typeof part !== 'string' && part.kind !== 'choice') return undefined;
    const ends = typeof part === 'string' ? [part] : part.values;
    if (texts.length * ends.length > MAX_TEXTS) return undefined;
    texts = texts.flatMap((text) => ends.map((end) => text + end));
  }
  return texts;
}

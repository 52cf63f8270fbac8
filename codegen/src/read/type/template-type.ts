import type { TemplateHole } from '@sigil/spec';
import { ts } from '../ts-morph.js';
import { refuse, written, type TypeContext, type UnionMember } from './type-context.js';
import { combine } from './union-type.js';

type Parts = readonly (string | TemplateHole)[];

/** Past this many texts a template of choices stays a template. */
const MAX_TEXTS = 100;

/** `` `id-${number}` ``. Where only choices stand in it, it is the list of its texts. */
export function readTemplateType(node: ts.TypeNode, context: TypeContext): UnionMember | undefined {
  if (!ts.isTemplateLiteralTypeNode(node)) return undefined;
  // More than one where a hole is a union of which the parts are no choices: `${number | 'none'}`.
  let templates: readonly Parts[] = [[node.head.text]];
  for (const span of node.templateSpans) {
    const read = context.readMember(span.type);
    if (read.kind === 'refused') return read;
    const holes = holesOf(read);
    if (holes === undefined || templates.length * holes.length > MAX_TEXTS) {
      const what = `'${read.text}' in a template`;
      return refuse(span.type, context, what, 'write string, number, bigint or literals there');
    }
    templates = templates.flatMap((parts) => holes.map((hole) => [...parts, ...hole, span.literal.text]));
  }
  const about = written(node, context);
  return combine(
    templates.map((parts): UnionMember => {
      const joined = join(parts);
      const texts = textsOf(joined);
      if (joined.length === 1 && isAnyText(joined[0])) return { kind: 'string', ...about };
      return texts === undefined
        ? { kind: 'template', parts: joined, ...about }
        : { kind: 'enum', values: texts, ...about };
    }),
    about,
  );
}

/** What can stand in a hole: one for each part of a union. */
function holesOf(read: UnionMember): readonly Parts[] | undefined {
  switch (read.kind) {
    case 'string':
    case 'number':
    case 'bigint':
      return [[{ kind: read.kind }]];
    case 'boolean':
      return [[{ kind: 'choice', values: ['true', 'false'] }]];
    case 'enum':
      return [[{ kind: 'choice', values: read.values.map(String) }]];
    case 'template':
      return [read.parts];
    case 'union': {
      const all = read.variants.map(holesOf);
      if (all.includes(undefined)) return undefined;
      const holes = all.flatMap((one) => one ?? []);
      // Any text takes in all the others.
      const text = holes.find((hole) => hole.length === 1 && isAnyText(hole[0]));
      return text === undefined ? holes : [text];
    }
    default:
      return undefined;
  }
}

function isAnyText(part: string | TemplateHole | undefined): boolean {
  return typeof part === 'object' && part.kind === 'string';
}

/** Texts that stand side by side are one; a choice of one is a text. */
function join(parts: Parts): (string | TemplateHole)[] {
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

function textsOf(parts: Parts): readonly string[] | undefined {
  let texts = [''];
  for (const part of parts) {
    if (typeof part !== 'string' && part.kind !== 'choice') return undefined;
    const ends = typeof part === 'string' ? [part] : part.values;
    if (texts.length * ends.length > MAX_TEXTS) return undefined;
    texts = texts.flatMap((text) => ends.map((end) => text + end));
  }
  return texts;
}

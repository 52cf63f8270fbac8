import type { TemplateHole } from '@sigil/spec';
import type { TemplateTree } from '../../../declaration/type-tree.js';
import { all, some, type Answer } from './answer.js';
import { matchTexts, textsOf, type Texts } from './match-texts.js';

type Parts = TemplateTree['parts'];

/** Past this many templates that the choices of one make, nobody looks through them. */
const MAX_TEMPLATES = 100;

/** Whether a text fits a template. */
export function literalFits(value: string, template: Parts): Answer {
  return textFits({ texts: [value], holes: [] }, template);
}

/** Whether all texts of one template fit another. */
export function templateFits(template: Parts, other: Parts): Answer {
  const templates = withoutChoices(template);
  if (templates === undefined) return undefined;
  const answers = templates.map((one) => textFits(textsOf(one), other));
  // TypeScript decides the choices one by one where a condition goes through the parts of a union.
  return new Set(answers).size === 1 ? answers[0] : undefined;
}

/** Whether a number that stands in a text is one for TypeScript, which asks JavaScript. */
export function isNumberText(text: string): boolean {
  return text !== '' && Number.isFinite(Number(text));
}

function textFits(text: Texts<TemplateHole>, template: Parts): Answer {
  const templates = withoutChoices(template);
  if (templates === undefined) return undefined;
  return some(
    templates.map((one): Answer => {
      const { texts, holes } = textsOf(one);
      const found = matchTexts(text, texts);
      return found !== undefined && all(found.map((part, at) => holeTakes(holes[at], part)));
    }),
  );
}

function holeTakes(hole: TemplateHole | undefined, { texts, holes }: Texts<TemplateHole>): Answer {
  if (hole?.kind === 'string') return true;
  const [text = ''] = texts;
  if (holes.length === 0) {
    if (hole?.kind === 'number') return isNumberText(text);
    if (/^(?:0|-?[1-9]\d*)$/u.test(text)) return true;
    return /\d/u.test(text) ? undefined : false;
  }
  const isHoleOnly = holes.length === 1 && texts.every((one) => one === '');
  return isHoleOnly && holes[0]?.kind === hole?.kind;
}

/** A template of choices as one template for each of them. */
function withoutChoices(parts: Parts): readonly Parts[] | undefined {
  let templates: readonly Parts[] = [[]];
  for (const part of parts) {
    const ways = typeof part === 'object' && part.kind === 'choice' ? part.values : [part];
    if (templates.length * ways.length > MAX_TEMPLATES) return undefined;
    templates = templates.flatMap((one) => ways.map((way) => [...one, way]));
  }
  return templates;
}

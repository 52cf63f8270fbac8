import type { TemplateHole } from '@sigil/spec';

/** A text with holes: one text more than there are holes, of which each may be empty. */
export interface Texts<Hole> {
  readonly texts: readonly string[];
  readonly holes: readonly Hole[];
}

/** The parts of a template as texts and what stands between them. */
export function textsOf(parts: readonly (string | TemplateHole)[]): Texts<TemplateHole> {
  const texts = [''];
  const holes: TemplateHole[] = [];
  for (const part of parts) {
    if (typeof part === 'string') texts[texts.length - 1] += part;
    else {
      holes.push(part);
      texts.push('');
    }
  }
  return { texts, holes };
}

/**
 * What stands in each hole of a template when a text (with holes or without) is laid over it; undefined where it does
 * not fit. As TypeScript does it: each hole takes as little as it can, of two side by side the first one takes one
 * character, and nothing is tried a second time (`inferFromLiteralPartsToTemplateLiteral` of its checker).
 */
export function matchTexts<Hole>(
  source: Texts<Hole>,
  target: readonly string[],
): readonly Texts<Hole>[] | undefined {
  const last = source.texts.length - 1;
  const start = source.texts[0] ?? '';
  const end = source.texts[last] ?? '';
  const [head = ''] = target;
  const tail = target.at(-1) ?? '';
  if (last === 0 && start.length < head.length + tail.length) return undefined;
  if (!start.startsWith(head) || !end.endsWith(tail)) return undefined;
  const textAt = (at: number): string =>
    at < last ? (source.texts[at] ?? '') : end.slice(0, end.length - tail.length);
  const found: Texts<Hole>[] = [];
  let segment = 0;
  let position = head.length;
  const take = (to: number, until: number): void => {
    const texts =
      to === segment
        ? [textAt(to).slice(position, until)]
        : [
            (source.texts[segment] ?? '').slice(position),
            ...source.texts.slice(segment + 1, to),
            textAt(to).slice(0, until),
          ];
    found.push({ texts, holes: source.holes.slice(segment, to) });
    segment = to;
    position = until;
  };
  for (const between of target.slice(1, -1)) {
    if (between !== '') {
      let at = segment;
      let from = textAt(at).indexOf(between, position);
      while (from < 0) {
        at += 1;
        if (at > last) return undefined;
        from = textAt(at).indexOf(between);
      }
      take(at, from);
      position += between.length;
    } else if (position < textAt(segment).length) take(segment, position + 1);
    else if (segment < last) take(segment + 1, 0);
    else return undefined;
  }
  take(last, textAt(last).length);
  return found;
}

import type { Brand } from '../../../declaration/type-tree.js';
import type { Answer } from './answer.js';

/** Whether text or a number fits a brand: only what has the same one does. */
export function brandFits(brand: Brand | undefined, other: Brand | undefined): Answer {
  if (other === undefined) return true;
  const wanted = tagOf(other);
  if (wanted === undefined) return undefined;
  // No text and no number has the property of a brand.
  if (brand === undefined) return false;
  const found = tagOf(brand);
  return found === undefined ? undefined : found === wanted;
}

/** The name and the value of the only property of a brand, where both are plain to see. */
function tagOf({ text }: Brand): string | undefined {
  const shape = /^\{ (?:readonly )?([^;?{}]+): ('(?:[^'\\|]|\\.)*'|"(?:[^"\\|]|\\.)*"|true) ?;? ?\}$/u;
  const [, name, value] = shape.exec(text ?? '') ?? [];
  return name === undefined || value === undefined ? undefined : `${name}: ${value.slice(1, -1)}`;
}

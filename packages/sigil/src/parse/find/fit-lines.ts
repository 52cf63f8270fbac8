import type { ValueType } from '@sigil/spec';
import { fit } from '../fit/fit.js';
import { MISFIT, type Fitting } from '../fit/fitting.js';
import { propertyNamed } from '../fit/fit-object.js';
import { textNode, type Member, type TextNode } from '../tree/node.js';

const LINE = /^[\s>*+-]*[*_`"']*([\p{L}_][\p{L}\p{N}_ -]{0,60}?)[*_`"']*\s*[:：=][*_]*\s*(.*)$/u;

/** An object in lines of the form `name: value`, as in YAML; lines without a name go on with the value before. */
export function fitLines(node: TextNode, type: ValueType, fitting: Fitting): unknown {
  const properties = type.kind === 'object' ? type.properties : [];
  const lines = node.text.split('\n');
  const members: Member[] = [];
  for (const line of lines) {
    const match = LINE.exec(line);
    const [, key = '', text = ''] = match ?? [];
    if (match !== null && propertyNamed(properties, key) !== undefined)
      members.push({ key, value: bare(text, node) });
    else if (members.length > 0 && line.trim() !== '') continued(members, line);
  }
  if (members.length === 0) {
    // Prose is no text of a property that nobody named.
    const isProse = !node.quoted && properties.some((property) => property.type.kind === 'string');
    return isProse ? fitting.mismatch(undefined, node, type) : fit(node, type, undefined, fitting);
  }
  const value = fit({ ...node, kind: 'object', members }, type, undefined, fitting);
  if (value !== MISFIT) fitting.note(undefined, 'object-from-lines', '', '', 5);
  return value;
}

function continued(members: Member[], line: string): void {
  const last = members.at(-1)?.value;
  if (last?.kind === 'text') last.text = last.text === '' ? line.trim() : `${last.text}\n${line.trim()}`;
}

function bare(text: string, { start, end }: TextNode): TextNode {
  const inner = /^(["'“])(.*)["'”]$/u.exec(text.trim())?.[2];
  return textNode(inner ?? text.trim(), inner !== undefined, { start, end });
}

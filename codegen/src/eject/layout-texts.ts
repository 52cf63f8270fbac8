/** The functions of an ejected file that find fields in a text, where a marker is one of five forms. */
export const lineMarkers = `function partsOf(match: unknown[]): { before: string; slashes: string; name: string; after: string } {
  let at = 1;
  while (match[at + 2] === undefined) at += 4;
  const [before = '', slashes = '', name = '', after = ''] = match.slice(at, at + 4).map(String);
  return { before, slashes, name, after };
}`;

/** The same where it has one form. */
export const tagMarkers = `function partsOf(match: unknown[]): { before: string; slashes: string; name: string; after: string } {
  const [before = '', slashes = '', name = '', after = ''] = match.slice(1, 5).map(String);
  return { before, slashes, name, after };
}`;

/** Finds markers, for the escape and for reading. */
export const markersIn = `/** The markers in a text that are not escaped. */
function markersIn(text: string): { start: number; end: number; before: string; name: string; after: string }[] {
  return [...text.matchAll(MARKERS)].flatMap((match) => {
    const { before, slashes, name, after } = partsOf(match);
    const key = name.normalize('NFC').replace(/[\\s_-]+/gu, '').toLowerCase();
    if (slashes !== '' || !NAMES.has(key)) return [];
    return [{ start: match.index, end: match.index + match[0].length, before, name, after }];
  });
}`;

/** Reads a field's text. */
export const asText = `/** The text of a field, as a prompt would have it: in quotes where it could be read as something else. */
function asText(text: string, at: string): unknown {
  if (text === '') return fail(at, text, 'text');
  if (/^".*"$|^"$/su.test(text)) return fromJson(text, at);
  return text.replace(MARKERS, (...match: unknown[]) => {
    const { before, slashes, name, after } = partsOf(match);
    return \`\${before}\${slashes.slice(1)}\${name}\${after}\`;
  });
}`;

/** Reads a field's text where it may be JSON of another kind. */
export const asEither = `function asEither(text: string, at: string): unknown {
  return isJson(text) ? fromJson(text, at) : asText(text, at);
}`;

/** Reads what may be nothing. */
export const orNothing = `function orNothing(read: (text: string, at: string) => unknown): (text: string, at: string) => unknown {
  return (text, at) => (isNothing(text) ? null : read(text, at));
}`;

/** Cuts a reply at its lines. */
export const fieldsInLines = `/** The fields of a reply, a line \`name: value\` for each; further lines belong to the value. */
function fieldsOf(reply: string): Map<string, string> {
  const text = reply.trim();
  const markers = markersIn(text);
  const fields = new Map<string, string>();
  if (RESERVED.test(text) || markers[0]?.start !== 0) return fail('', reply, 'lines of the form name: value');
  for (const [at, { before, name, after, end }] of markers.entries()) {
    if (before !== '' || after !== ':' || !Object.hasOwn(LAYOUT, name) || fields.has(name))
      return fail(name, reply, 'each field once, in a line of the form name: value');
    fields.set(name, text.slice(end, markers[at + 1]?.start).trim());
  }
  return fields;
}`;

/** Cuts a reply at its tags. */
export const fieldsInTags = `/** The fields of a reply, each between its tags. */
function fieldsOf(reply: string): Map<string, string> {
  const text = reply.trim();
  const tags = markersIn(text);
  const fields = new Map<string, string>();
  let from = 0;
  for (let at = 0; at < tags.length; at += 2) {
    const [open, close] = tags.slice(at, at + 2);
    const isPair = open?.before === '<' && close?.before === '</' && open.after === '>' && close.after === '>';
    if (!isPair || open.name !== close.name || !Object.hasOwn(LAYOUT, open.name) || fields.has(open.name))
      return fail(open?.name ?? '', reply, 'each field once, between its tags');
    if (text.slice(from, open.start).trim() !== '') return fail('', reply, 'nothing but tags');
    fields.set(open.name, text.slice(open.end, close.start).trim());
    from = close.end;
  }
  if (RESERVED.test(text) || text.slice(from).trim() !== '') return fail('', reply, 'nothing but tags');
  return fields;
}`;

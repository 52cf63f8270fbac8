/**
 * True when a generated file begins with the remarks that the generator puts there: where it comes from, the number of
 * its layout, and what keeps checkers and linters out. Other remarks may stand around them, and a formatter may have
 * moved lines.
 *
 * @param wanted what the generator prints
 * @param found what is in the file
 */
export function sameHeader(wanted: string, found: string): boolean {
  let at = 0;
  const remarks = header(found);
  return header(wanted).every((remark) => {
    at = remarks.indexOf(remark, at) + 1;
    return at > 0;
  });
}

/** The comments above the first statement. */
function header(code: string): readonly string[] {
  const text = code.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
  const top = /^(?:\s+|\/\/[^\n]*|\/\*[^]*?\*\/)*/u.exec(text)?.[0] ?? '';
  return [...top.matchAll(/\/\/[^\n]*|\/\*[^]*?\*\//gu)].map(([remark]) => remark.trimEnd());
}

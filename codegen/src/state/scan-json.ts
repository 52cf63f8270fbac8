/** No value that a class can hold goes as deep, and what walks a value must not run out of stack. */
const DEEPEST = 100;

/**
 * What `JSON.parse` passes over in silence, one sentence each: a key that stands twice in an object, of which it keeps
 * the last, and nesting without end.
 *
 * @param json text that `JSON.parse` has read
 */
export function scanJson(json: string): readonly string[] {
  const problems: string[] = [];
  /** The keys of every object around; undefined for a list. */
  const open: (Set<string> | undefined)[] = [];
  let text = '';
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (sign === '"') {
      const end = endOfText(json, at);
      text = json.slice(at, end + 1);
      at = end;
    } else if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? new Set() : undefined);
      if (open.length > DEEPEST)
        return [...problems, `line ${lineAt(json, at)}: values stand more than ${DEEPEST} levels deep`];
    } else if (sign === '}' || sign === ']') open.pop();
    else if (sign === ':') {
      const keys = open.at(-1);
      const key = String(JSON.parse(text));
      if (keys?.has(key) === true)
        problems.push(`line ${lineAt(json, at)}: the key ${JSON.stringify(key)} stands twice in one object`);
      keys?.add(key);
    }
  }
  return problems;
}

/** Line number of an offset, from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function endOfText(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); ; end = json.indexOf('"', end + 1)) {
    let slashes = 0;
    while (json[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return end;
  }
}

/** Lines around a change that are shown with it. */
const CONTEXT = 2;

/** So many pairs of lines are compared at most; beyond, all old lines are taken for gone. */
const MOST_PAIRS = 4_000_000;

interface Line {
  readonly mark: ' ' | '-' | '+';
  readonly text: string;
}

/**
 * The difference of two texts in the form of `diff -u`, without the names of files.
 *
 * @returns an empty text for texts that are the same
 */
export function lineDiff(before: string, after: string): string {
  const lines = compare(linesOf(before), linesOf(after));
  const shown = lines.map((_, at) =>
    lines.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(({ mark }) => mark !== ' '),
  );
  let [old, now] = [1, 1];
  let text = '';
  for (const [at, { mark, text: line }] of lines.entries()) {
    if (shown[at] === true) {
      if (shown[at - 1] !== true) {
        const end = shown.indexOf(false, at);
        const hunk = lines.slice(at, end === -1 ? undefined : end);
        const count = (other: string): number => hunk.filter((each) => each.mark !== other).length;
        text += `@@ -${old},${count('+')} +${now},${count('-')} @@\n`;
      }
      text += `${mark}${line}\n`;
    }
    if (mark !== '+') old += 1;
    if (mark !== '-') now += 1;
  }
  return text;
}

function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function compare(before: readonly string[], after: readonly string[]): readonly Line[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end))
    end += 1;
  const same = (texts: readonly string[]): Line[] => texts.map((text) => ({ mark: ' ', text }));
  return [
    ...same(before.slice(0, start)),
    ...middle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...same(before.slice(before.length - end)),
  ];
}

/** By the longest common subsequence. */
function middle(before: readonly string[], after: readonly string[]): readonly Line[] {
  const gone = before.map((text): Line => ({ mark: '-', text }));
  const come = after.map((text): Line => ({ mark: '+', text }));
  if (before.length * after.length > MOST_PAIRS) return [...gone, ...come];
  const width = after.length + 1;
  const common = new Uint32Array((before.length + 1) * width);
  const at = (row: number, column: number): number => common[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      common[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const lines: Line[] = [];
  let [row, column] = [0, 0];
  while (row < before.length && column < after.length) {
    if (before[row] === after[column]) {
      lines.push({ mark: ' ', text: before[row] ?? '' });
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) {
      lines.push({ mark: '-', text: before[row] ?? '' });
      row += 1;
    } else {
      lines.push({ mark: '+', text: after[column] ?? '' });
      column += 1;
    }
  }
  return [...lines, ...gone.slice(row), ...come.slice(column)];
}

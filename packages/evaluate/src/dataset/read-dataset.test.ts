import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatasetError } from '@sigil/spec';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDataset } from '../index.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sigil-dataset-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

async function refusal(file: string): Promise<DatasetError> {
  const error: unknown = await readDataset(file).catch((caught: unknown) => caught);
  if (!DatasetError.isInstance(error)) throw new Error(`expected a DatasetError, got ${String(error)}`);
  return error;
}

describe('readDataset of JSONL', () => {
  it('gives every object with its line and skips blank lines', async () => {
    const file = await write('a.jsonl', '{"a":1}\n\n  \r\n{"a":"zwei"}\r\n{"a":[true,null]}');
    expect(await readDataset(file)).toEqual({
      file,
      format: 'jsonl',
      rows: [
        { line: 1, values: { a: 1 } },
        { line: 4, values: { a: 'zwei' } },
        { line: 5, values: { a: [true, null] } },
      ],
    });
  });

  it('lists every line that is no object, with its number', async () => {
    const file = await write('bad.jsonl', '{"a":1}\n{"a":\n[1]\n"text"\nnull\n');
    const error = await refusal(file);
    expect(error.problems.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
    expect(error.message).toMatch(/^Cannot read .*bad\.jsonl: 4 problems\. Nothing was sent\.\n/u);
    expect(error.message).toContain(`${file}:2: invalid JSON`);
    expect(error.message).toContain(`${file}:3: got an array, expected a JSON object`);
    expect(error.message).toContain(`${file}:5: got null, expected a JSON object`);
  });

  it('shows 20 problems and how many more there are', async () => {
    const error = await refusal(await write('many.jsonl', 'x\n'.repeat(23)));
    expect(error.message.split('\n')).toHaveLength(22);
    expect(error.message).toMatch(/and 3 more$/u);
    expect(error.problems).toHaveLength(23);
  });

  it('reads back what JSON.stringify wrote, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.dictionary(fc.string({ minLength: 1 }), fc.string({ unit: 'grapheme' }), {
            minKeys: 1,
            noNullPrototype: true,
          }),
          { minLength: 1 },
        ),
        async (rows) => {
          const file = await write('round.jsonl', rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
          expect((await readDataset(file)).rows.map(({ values }) => values)).toEqual(rows);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('does not end a line at a U+2028 inside a text', async () => {
    const file = await write('separator.jsonl', '{"a":"x\u2028y"}\n');
    expect((await readDataset(file)).rows).toEqual([{ line: 1, values: { a: 'x\u2028y' } }]);
  });

  it('reads a file that is longer than one chunk, umlauts at the seams included', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => ({ a: `äöü€😀`.repeat(3), at }));
    const file = await write('long.jsonl', rows.map((row) => JSON.stringify(row)).join('\n'));
    expect((await readDataset(file)).rows.map(({ values }) => values)).toEqual(rows);
  });

  it('ignores a byte order mark', async () => {
    expect((await readDataset(await write('bom.jsonl', '\uFEFF{"a":1}'))).rows).toHaveLength(1);
  });
});

describe('readDataset of CSV', () => {
  it('names cells by the header; quoted cells hold commas, quotes and line ends', async () => {
    const file = await write('a.csv', 'text,team\n"a, ""b""",x\n"two\nlines",y\n\n  z ,\n');
    expect((await readDataset(file)).rows).toEqual([
      { line: 2, values: { text: 'a, "b"', team: 'x' } },
      { line: 3, values: { text: 'two\nlines', team: 'y' } },
      { line: 6, values: { text: '  z ', team: '' } },
    ]);
  });

  it('counts lines that end in CRLF once', async () => {
    const file = await write('crlf.csv', '\uFEFFtext,team\r\n"two\r\nlines",x\r\n\r\nz,y\r\n');
    expect((await readDataset(file)).rows.map(({ line }) => line)).toEqual([2, 5]);
  });

  it('lists rows that have more or fewer cells than the header', async () => {
    const error = await refusal(await write('width.csv', 'a,b\n1\n1,2\n1,2,3\n'));
    expect(error.problems.map(({ line, message }) => [line, message.slice(0, 22)])).toEqual([
      [2, 'got 1 cells, expected '],
      [4, 'got 3 cells, expected '],
    ]);
  });

  it('says where a quote is never closed', async () => {
    const error = await refusal(await write('quote.csv', 'a,b\n1,2\n3,"4\n5,6\n'));
    expect(error.message).toMatch(
      /quote\.csv:3: the row is no CSV: a double quote is opened and never closed\.$/u,
    );
    expect(error.problems[0]?.line).toBe(3);
  });

  it.each([
    ['text after a closing quote', '"bad" x,billing', 'text follows a closing double quote'],
    ['a quote inside a bare cell', 'my 5" screen,billing', 'a double quote stands inside a cell'],
    ['a quote that stays open', '"my 5,billing', 'a double quote is opened and never closed'],
  ])('names the line of the file with %s, whatever lines stand above', async (_, bad, message) => {
    const rows = (row: string) => Array.from({ length: 40 }, () => row);
    const errorAfter = async (above: readonly string[]) =>
      refusal(await write('broken.csv', ['text,team', ...above, bad, 'good,billing', ''].join('\n')));
    for (const [above, line] of [
      [rows('good,billing'), 42],
      [rows('"two\r\nlines",billing'), 82],
      [['"a\n\nb",x', '', '  ,y', '', ''], 9],
      [Array.from({ length: 9000 }, () => '"two\nlines",billing'), 18_002],
    ] as const) {
      const error = await errorAfter(above);
      expect(error.message).toContain(`broken.csv:${line}: the row is no CSV: ${message}`);
      expect(error.problems.map((problem) => problem.line)).toEqual([line]);
    }
  });

  it('refuses a header with a nameless or a doubled column', async () => {
    expect((await refusal(await write('nameless.csv', 'a,\n1,2\n'))).message).toContain(
      'a column has no name',
    );
    expect((await refusal(await write('double.csv', 'a,a\n1,2\n'))).message).toContain(
      "two columns are named 'a'",
    );
  });
});

describe('readDataset', () => {
  it.each(['empty.jsonl', 'empty.csv'])('refuses %s', async (name) => {
    expect((await refusal(await write(name, ''))).message).toContain('it has no rows, expected at least one');
  });

  it('refuses a table that is only a header', async () => {
    expect((await refusal(await write('header.csv', 'a,b\n'))).message).toContain('it has no rows');
  });

  it('says that a file is missing', async () => {
    const file = join(folder, 'missing.jsonl');
    expect((await refusal(file)).message).toBe(`Cannot read ${file}: there is no such file. Check the path.`);
  });

  it('says that a file is a folder', async () => {
    await mkdir(join(folder, 'folder.jsonl'));
    expect((await refusal(join(folder, 'folder.jsonl'))).message).toContain('it is a folder');
  });

  it('refuses bytes that are not UTF-8', async () => {
    const latin1 = Buffer.from('{"a":"ü"}', 'latin1');
    expect((await refusal(await write('latin1.jsonl', latin1))).message).toContain('it is not UTF-8 text');
    expect((await refusal(await write('latin1.csv', Buffer.from('a\nü\n', 'latin1')))).message).toContain(
      'not UTF-8',
    );
  });

  it('refuses other kinds of files by their name', async () => {
    expect((await refusal('rows.parquet')).message).toBe(
      'Cannot read rows.parquet: expected a file that ends in .jsonl or .csv.',
    );
  });
});

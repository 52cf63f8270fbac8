import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { brokenCommands } from './broken-commands.js';
import { formatFinding } from './check/check.js';
import { readTree } from './tree/read-tree.js';
import { sample } from './tree/sample.js';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

const found = (...lines: string[]): string[] =>
  brokenCommands(
    sample({ 'package.json': { scripts: { start: 'node start.mjs' } }, 'README.md': lines.join('\n') }),
  ).map(formatFinding);

it('finds no command in the documents of this repository that does not exist', () => {
  expect(brokenCommands(readTree(repository)).map(formatFinding)).toEqual([]);
});

it('accepts commands with their options, over several lines, with comments, and other programs', () => {
  expect(
    found(
      '```sh',
      'npx sigil eval src/a.ts#A --data a.jsonl --metric f1   # how good it is',
      'sigil optimize src/a.ts#A --data a.jsonl \\',
      '  --metric f1 --candidates 8',
      'git diff && npm start',
      '```',
    ),
  ).toEqual([]);
});

it('finds a command, an option and a value that do not exist, and an option that is missing', () => {
  expect(
    found(
      '```sh',
      'npx sigil compile',
      'sigil eval src/a.ts#A --data a.jsonl --metrics f1',
      'sigil optimize src/a.ts#A --data a.jsonl --metric f1 --optimizer mipro',
      'sigil eval src/a.ts#A --data a.jsonl',
      'npm run deploy',
      '```',
    ),
  ).toEqual([
    expect.stringMatching(/^README\.md:2 names 'sigil compile', which does not exist: error: /),
    expect.stringContaining("README.md:3 names 'sigil eval src/a.ts#A --data a.jsonl --metrics f1'"),
    expect.stringMatching(/^README\.md:4 .*mipro/),
    expect.stringMatching(/^README\.md:5 .*--metric/),
    "README.md:6 names 'npm run deploy', and package.json has no script 'deploy'.",
  ]);
});

it('lets a sentence leave out what a command needs, and nothing else', () => {
  expect(found('Run `sigil optimize --candidates 8`, then `npm start`.')).toEqual([]);
  expect(found('Run `sigil optimize --tries 8`, then `npm run stop`.')).toEqual([
    expect.stringContaining("unknown option '--tries'"),
    expect.stringContaining("no script 'stop'"),
  ]);
});

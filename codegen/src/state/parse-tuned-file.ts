import { TunedFileError, type TunedFile } from '@sigil/spec';
import {
  anyJson,
  exactly,
  listOf,
  number,
  objectOf,
  recordOf,
  text,
  tupleOf,
  type Check,
} from './check-json.js';
import { lineAt, scanJson } from './scan-json.js';

const hash = text(/^h:[0-9a-f]{4,64}$/u, "a hash: 'h:' and hexadecimal digits");
const id = text(/^[^#]+#[^#]+$/u, "the id of a class: 'src/ticket.ts#Ticket'");
const count = number(0, Infinity, true);
const share = number(0, 1);

const enumValue: Check = (value, at, problems) => {
  if (typeof value === 'boolean') return;
  const check = typeof value === 'number' ? number() : text(undefined, 'text, a number, true or false');
  check(value, at, problems);
};

const basis = objectOf({
  instructions: hash,
  fields: recordOf((value, at, problems) => {
    const parts = [text(/^(?:in|out)$/u, '"in" or "out"'), hash, hash];
    const isEnum = Array.isArray(value) && value.length === 4;
    const wanted = 'a direction and two hashes, and the values of an enum';
    tupleOf(isEnum ? [...parts, listOf(enumValue)] : parts, wanted)(value, at, problems);
  }),
});

const state = objectOf(
  {},
  {
    adapter: text(/^[^/\s]+\/\d+$/u, "the id of an adapter: 'chat/1'"),
    instructions: listOf(text()),
    demos: listOf(recordOf(anyJson)),
  },
);

const scores = objectOf({ rows: count, mean: number(), parsed: share });

const evidence = objectOf({
  optimizer: text(),
  seed: number(),
  model: text(),
  metric: text(),
  data: objectOf({ train: hash, val: hash, confirm: hash }, { test: hash }),
  scores: objectOf({ baseline: scores, optimized: scores }),
  confirmation: objectOf({ n: count, difference: number(), p: share }),
  calls: count,
  testLooks: count,
});

const tunedFile: Check = objectOf({
  format: exactly(1),
  program: id,
  predictors: recordOf(
    objectOf({ signature: id, basedOn: basis, variants: recordOf(state) }, { inner: hash }),
  ),
  evidence: recordOf(evidence),
});

/**
 * Reads the text of an `x.opt.json` and checks every key and every type in it.
 *
 * @param file for the error
 * @throws TunedFileError that names each place and what is wrong there
 */
export function parseTunedFile(content: string, file: string): TunedFile {
  const value = parseJson(content, file);
  const problems = [...scanJson(content)];
  if (problems.length > 0) throw new TunedFileError(file, problems);
  if (isTunedFile(value, problems)) return value;
  throw new TunedFileError(file, problems);
}

function isTunedFile(value: unknown, problems: string[]): value is TunedFile {
  tunedFile(value, '', problems);
  return problems.length === 0;
}

function parseJson(content: string, file: string): unknown {
  const conflict = /^(?:<{7}|={7}|>{7})/mu.exec(content);
  if (conflict !== null) {
    throw new TunedFileError(file, [
      `line ${lineAt(content, conflict.index)} is a conflict marker of a merge`,
    ]);
  }
  try {
    return JSON.parse(content.replace(/^\uFEFF/u, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const position = /position (\d+)/u.exec(error.message)?.[1];
    const at = position === undefined ? '' : `line ${lineAt(content, Number(position))}: `;
    throw new TunedFileError(file, [`${at}it is no JSON (${error.message})`]);
  }
}

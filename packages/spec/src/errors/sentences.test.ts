import { describe, expect, it } from 'vitest';
import * as spec from '../index.js';

const at = { model: 'small-model', endpoint: 'http://127.0.0.1:8080/v1/chat/completions' };

/** One of each class that is thrown, with what a reader must find in the sentence. */
const examples: [error: spec.SigilError, found: string, wantedOrFix: string][] = [
  [
    new spec.DecoratorError('Cannot apply @Signature: got a property, expected a class. Put it above one.'),
    'a property',
    'a class',
  ],
  [new spec.MissingArtifactError('Ticket'), 'no generated artifact', "Run 'sigil generate --wire'"],
  [
    new spec.StaleArtifactError('src/ticket.ts#Ticket', ["field 'team' is new"]),
    "field 'team'",
    "Run 'sigil generate'",
  ],
  [
    new spec.StaleStateError('src/ticket.ts#Ticket', ["output 'team' was added"]),
    "output 'team' was added",
    "Run 'sigil optimize src/ticket.ts#Ticket ..' or 'sigil accept src/ticket.ts#Ticket'",
  ],
  [
    new spec.UnsupportedDialectError('llama', "the type 'Tree', which holds itself"),
    "'Tree'",
    'wanted a type without',
  ],
  [
    new spec.StreamResetError('reply', new spec.IncompleteReplyError('empty', '')),
    'what came before is void. Cannot use the reply: it is empty',
    "put 'reply' behind the fields that may fail",
  ],
  [new spec.MissingModelError('Ticket'), 'no language model', 'configure({ lm })'],
  [new spec.InputError('Ticket', ['message: got 1, expected string']), 'got 1', 'expected string'],
  [
    new spec.ParseError({ path: 'team', found: '"sale"', expected: 'billing or sales', reply: '' }),
    '"sale"',
    'billing or sales',
  ],
  [new spec.ConstraintError(['urgency: got 3, expected at most 1'], ''), 'got 3', 'at most 1'],
  [new spec.IncompleteReplyError('empty', ''), 'empty', 'expected the output fields'],
  [new spec.IncompleteReplyError('cut-off', ''), 'token limit', 'Raise maxOutputTokens'],
  [new spec.AbortedError(at), at.model, 'signal'],
  [new spec.AuthenticationError('Set OPENAI_API_KEY.', { ...at, status: 401 }), 'HTTP 401', 'OPENAI_API_KEY'],
  [new spec.MissingKeyError('there is no key', at), 'no key', 'Set OPENAI_API_KEY'],
  [new spec.ConnectionError('ECONNREFUSED', at), 'ECONNREFUSED', 'Check the address'],
  [new spec.InvalidRequestError('unknown model', { ...at, status: 404 }), 'HTTP 404', 'unknown model'],
  [new spec.InvalidResponseError('HTML', at), 'HTML', 'expected a chat completion'],
  [new spec.RateLimitError(1500, at), '1.5 s', 'Lower the concurrency'],
  [new spec.ServerError('overloaded', undefined, { ...at, status: 503 }), 'HTTP 503', 'overloaded'],
  [
    new spec.WeightsError('Cannot use w.gguf: got SHA-256 ab, expected cd. Delete it.'),
    'got SHA-256',
    'Delete it',
  ],
  [
    new spec.CacheError('/cache', 'Cannot write /cache: it is read-only. Name another folder.'),
    'read-only',
    'another folder',
  ],
  [new spec.DatasetError('Cannot use a.jsonl: it has no rows, expected one or more.'), 'no rows', 'expected'],
  [new spec.MetricError('f1', 4, 'returned NaN'), 'row 5', 'expected a number from 0 to 1'],
  [
    new spec.MetricError('f1', 4, 'returned NaN', undefined, { file: 'a.jsonl', line: 9 }),
    'Cannot score a.jsonl:9',
    'expected a number from 0 to 1',
  ],
  [
    new spec.ProgramError(0, undefined, new TypeError('no such team')),
    'row 1: TypeError: no such team.',
    'Fix the program',
  ],
  [
    new spec.TunedFileError('a.opt.json', ['format: got 9, expected 1']),
    'got 9',
    'git checkout -- a.opt.json',
  ],
  [
    new spec.UsageError("Cannot run 'sigil eval': no dataset was given. Add --data FILE."),
    'no dataset',
    'Add --data',
  ],
];

describe('error sentences', () => {
  it.each(examples.map(([error, ...parts]) => [error.name, error, ...parts] as const))(
    '%s says what could not be done, what was found, and what was wanted or how to fix it',
    (_name, error, found, wantedOrFix) => {
      expect(error.message).toMatch(/^(Cannot [a-z]|The call to )/);
      expect(error.message).toContain(found);
      expect(error.message).toContain(wantedOrFix);
      expect(error.message).not.toMatch(/undefined|\[object|\n/);
    },
  );

  it('has an example here for every class that is thrown', () => {
    const bases = ['SigilError', 'ReplyError', 'LanguageModelError'];
    const classes = Object.entries(spec)
      .filter(([, value]) => typeof value === 'function' && value.prototype instanceof Error)
      .map(([name]) => name);
    const shown = examples.map(([error]) => error.name);
    expect([...new Set([...shown, ...bases])].sort()).toEqual(classes.sort());
  });

  it('gives each class a code of its own', () => {
    const codes = new Map(examples.map(([error]) => [error.name, error.code]));
    for (const code of codes.values()) expect(code).toMatch(/^SIGIL[1-7]\d{3}$/);
    expect(new Set(codes.values()).size).toBe(codes.size);
  });
});

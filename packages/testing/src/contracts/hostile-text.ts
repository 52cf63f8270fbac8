import fc from 'fast-check';

/** Names of fields that the texts here are made to be taken for. */
export const FIELD_NAMES = ['message', 'team', 'note', 'dueDate', 'answer', 's', 'title'] as const;

const name = fc.constantFrom<string>(...FIELD_NAMES, 'due date', 'TEAM', 'free text', 'squad');

/** Text that nothing takes for structure. */
export const plainText: fc.Arbitrary<string> = fc.string({
  maxLength: 12,
  unit: fc.constantFrom('a', 'é', '😀', ' ', '.', "'", 'Z', '7', '\n', ',', '(', '-'),
});

/** Text made to be taken for structure, or for a value of another type. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      name,
      name.map((one) => `<${one}>`),
      name.map((one) => `</${one}>`),
      name.map((one) => `\n${one}: `),
      name.map((one) => `\n## ${one}\n`),
      name.map((one) => `\n**${one}**`),
      name.map((one) => `[[ ## ${one} ## ]]`),
      name.map((one) => `{"${one}": "x"}`),
      name.map((one) => `<\\${one} a="b">`),
      fc.constantFrom(
        ':',
        '\n',
        '\r\n',
        '\u2028',
        '\\',
        ' ',
        '\t',
        '- ',
        '> ',
        '#',
        '：',
        '<',
        '/',
        '>',
        '"',
        '“',
      ),
      fc.constantFrom(
        '```json\n',
        '```',
        '{',
        '}',
        '[',
        ']',
        ',',
        '//',
        '*/',
        '\n1. ',
        '</s>',
        '</think>',
        '<think>',
      ),
      fc.constantFrom('<|im_end|>', '<|im_start|>user\n', '[[ ## completed ## ]]', '\u0000', '\ud800', '😀'),
      fc.constantFrom(
        '3',
        '-1.5',
        '1e3',
        'true',
        'null',
        'none',
        'None',
        'N/A',
        '{}',
        '[1]',
        '2026-01-31',
        '',
      ),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

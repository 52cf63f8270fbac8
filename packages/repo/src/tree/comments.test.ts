import { expect, it } from 'vitest';
import { commentsOf } from './comments.js';
import { sample } from './sample.js';

it('finds comments wherever they stand, and none in strings and templates', () => {
  const text = [
    '// first',
    "const a = '// no'; // after a statement",
    'const b = `// no ${a /* inside */} // no`;',
    'function f(/* parameter */ x = 1) {',
    '  // the last in a block',
    '}',
    'const c = [',
    '  // in a list',
    '  1,',
    '];',
    '/** Text. */',
    'export const d = 1;',
    '// at the end',
  ];
  expect(
    commentsOf(sample({ 'a.ts': text.join('\n') }), 'a.ts').map((each) => `${each.line} ${each.text}`),
  ).toEqual([
    '1 // first',
    '2 // after a statement',
    '3 /* inside */',
    '4 /* parameter */',
    '5 // the last in a block',
    '8 // in a list',
    '11 /** Text. */',
    '13 // at the end',
  ]);
});

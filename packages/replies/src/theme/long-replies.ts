import { changed, changes, either, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

const stations = Array.from({ length: 24 }, (_, index) => ({
  code: `ST${index + 10}`,
  depth: index * 1.5,
  active: index % 3 !== 0,
  staff: index % 2 === 0 ? [`w${index}`, `x${index}`] : [],
}));

const inPython = stations
  .map(
    ({ code, depth, active, staff }) =>
      `    {'code': '${code}', 'depth': ${depth}, 'active': ${active ? 'True' : 'False'}, 'staff': [${staff.map((one) => `'${one}'`).join(', ')}]},`,
  )
  .join('\n');

const chapter =
  'The ferry left at dawn. "Hold the rail," said the pilot, and the rail held.\nNobody spoke of {the map} or [the key]; the sea, however, did: it hummed. ';
const escaped = JSON.stringify(chapter.repeat(8)).slice(1, -1);
const cut = chapter.repeat(4) + chapter.slice(0, chapter.indexOf('Nobody'));

/** Replies of a kilobyte and more. */
export const longReplies: Theme = {
  name: 'long replies',
  groups: [
    {
      type: 'interface Station { code: string; depth: number; active: boolean; staff: string[]; }\ninterface Network { stations: Station[]; }',
      cases: [
        reads(
          '24 objects, minified, with a comma at the end',
          `${JSON.stringify({ stations }).slice(0, -1)},}`,
          { stations },
        ),
        reads('24 objects in Python', `Here is the network:\n\n{'stations': [\n${inPython}\n]}`, {
          stations,
        }),
        reads(
          '24 objects as lines of a list that is never closed',
          `{"stations": [${stations.map((one) => JSON.stringify(one)).join('\n')}`,
          {
            stations,
          },
        ),
        either(
          'the 13th object broken',
          JSON.stringify({ stations }).replace('"depth":18,', '"depth":"deep",'),
          changed({ stations: stations.filter((_, index) => index !== 12) }),
          refused(),
        ),
        changes(
          'cut in the 20th object',
          JSON.stringify({ stations }).slice(0, JSON.stringify({ stations }).indexOf('"ST29"') + 4),
          {
            stations: stations.slice(0, 19),
          },
        ),
      ],
    },
    {
      type: 'interface Chapter { heading: string; body: string; pages: int; }',
      cases: [
        reads(
          'a long text with quotes, braces and line breaks, and a comment',
          `{"heading": "I", "body": "${escaped}", /* done */ "pages": 2}`,
          {
            heading: 'I',
            body: chapter.repeat(8),
            pages: 2,
          },
        ),
        changes(
          'a long text that is cut',
          `{"heading":"II","pages":3,"body":${JSON.stringify(cut).slice(0, -1)}`,
          {
            heading: 'II',
            pages: 3,
            body: cut,
          },
        ),
        reads(
          'a long text with raw line breaks and plain quotes',
          `{"heading": "III", "pages": 4, "body": "${chapter.repeat(6)}"}`,
          {
            heading: 'III',
            pages: 4,
            body: chapter.repeat(6),
          },
        ),
        reads(
          'a long thought with drafts, then the value',
          `<think>\n${'Maybe {"heading": "x", "body": "y", "pages": 1}? Or [3]. '.repeat(20)}\n</think>\n{"heading": "IV", "body": "Short.", "pages": 1}`,
          { heading: 'IV', body: 'Short.', pages: 1 },
        ),
        reads(
          'a long preamble with braces and brackets',
          `${'Note {a}: see [b] and "c", it\'s fine. '.repeat(25)}\n\n{"heading": "V", "body": "", "pages": 0}`,
          { heading: 'V', body: '', pages: 0 },
        ),
      ],
    },
  ],
};

import { as, changed, changes, either, exact, harder, reads } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** Code, markup and JSON as the content of a text, escaped or not. */
export const codeInTexts: Theme = {
  name: 'code in texts',
  groups: [
    {
      type: 'interface Patch { file: string; content: string; lines: int; }',
      cases: [
        exact('escaped JSON', '{"file": "a.json", "content": "{\\"x\\": [1, 2]}", "lines": 1}', {
          file: 'a.json',
          content: '{"x": [1, 2]}',
          lines: 1,
        }),
        reads(
          'escaped JSON and a comma too many',
          '{"file":"b.json","content":"{\\"x\\":{\\"y\\":null}}","lines":1,}',
          {
            file: 'b.json',
            content: '{"x":{"y":null}}',
            lines: 1,
          },
        ),
        harder(
          reads(
            'a function with quotes',
            '{"file": "c.js", "content": "function f() { return "x"; }", "lines": 1}',
            {
              file: 'c.js',
              content: 'function f() { return "x"; }',
              lines: 1,
            },
          ),
        ),
        harder(
          reads(
            'an attribute with quotes',
            '{"file": "d.html", "content": "<a href="x.html">go</a>", "lines": 1}',
            {
              file: 'd.html',
              content: '<a href="x.html">go</a>',
              lines: 1,
            },
          ),
        ),
        harder(
          reads(
            'two attributes with quotes',
            '{"file": "e.html", "content": "<p class="a" id="b">hi</p>", "lines": 2}',
            {
              file: 'e.html',
              content: '<p class="a" id="b">hi</p>',
              lines: 2,
            },
          ),
        ),
        reads(
          'raw line breaks and braces',
          '{"file": "f.ts", "content": "export class A {\n  b = [1, 2];\n  // c: d, e\n}\n", "lines": 4}',
          { file: 'f.ts', content: 'export class A {\n  b = [1, 2];\n  // c: d, e\n}\n', lines: 4 },
        ),
        reads('backticks around code', '{"file": "g.py", "content": `print("hi", {1: [2]})`, "lines": 1}', {
          file: 'g.py',
          content: 'print("hi", {1: [2]})',
          lines: 1,
        }),
        reads('triple quotes around code', '{"file": "h.py", "content": """d = {"k": "v"}""", "lines": 1}', {
          file: 'h.py',
          content: 'd = {"k": "v"}',
          lines: 1,
        }),
        exact('slashes of a comment', '{"file": "i.c", "content": "int x; // y\\n/* z */ # w", "lines": 2}', {
          file: 'i.c',
          content: 'int x; // y\n/* z */ # w',
          lines: 2,
        }),
        reads(
          'slashes of a comment, with a comma too many',
          '{"file": "j.c", "content": "a // b /* c # d", "lines": 1,}',
          {
            file: 'j.c',
            content: 'a // b /* c # d',
            lines: 1,
          },
        ),
        reads('escapes that are escaped', '{"file": "k.sh", "content": "echo \\"a\\\\nb\\"", "lines": 1,}', {
          file: 'k.sh',
          content: 'echo "a\\nb"',
          lines: 1,
        }),
        changes(
          'code that is cut',
          '{"file":"l.go","lines":9,"content":"func main() {\\n\\tfmt.Println(\\"',
          {
            file: 'l.go',
            lines: 9,
            content: 'func main() {\n\tfmt.Println("',
          },
        ),
        harder(
          reads(
            'a dict in Python with quotes of both kinds',
            `{'file': 'm.py', 'content': 'x = {"a": "b", "c": 1}', 'lines': 1}`,
            {
              file: 'm.py',
              content: 'x = {"a": "b", "c": 1}',
              lines: 1,
            },
          ),
        ),
      ],
    },
    {
      type: 'interface Cell { formula: string; note: string; }\ntype Cells = Cell[];',
      cases: [
        harder(
          reads(
            'quotes of a formula',
            '[{"formula": "=IF(A1="", "none", A1)", "note": "x"}, {"formula": "=B2", "note": "y"}]',
            [
              { formula: '=IF(A1="", "none", A1)', note: 'x' },
              { formula: '=B2', note: 'y' },
            ],
          ),
        ),
        reads(
          'a list in a text',
          '[{"formula": "[1, 2], [3]", "note": "{}"}, {"formula": "}, {", "note": "]"},]',
          [
            { formula: '[1, 2], [3]', note: '{}' },
            { formula: '}, {', note: ']' },
          ],
        ),
        harder(
          reads('words in quotes with commas', '[{"formula": "=A", "note": "pick "a", "b" or "c""}]', [
            { formula: '=A', note: 'pick "a", "b" or "c"' },
          ]),
        ),
      ],
    },
    {
      type: 'interface Doc { markdown: string; }',
      cases: [
        reads('a table, raw', '{"markdown": "| a | b |\n|---|---|\n| 1 | "two" |"}', {
          markdown: '| a | b |\n|---|---|\n| 1 | "two" |',
        }),
        reads(
          'a heading and a fence, raw, in a fence',
          '```json\n{\n  "markdown": "# T\n\n```sh\nls\n```\n\nend"\n}\n```',
          {
            markdown: '# T\n\n```sh\nls\n```\n\nend',
          },
        ),
        either(
          'markdown alone',
          '# Title\n\nSome *text*.',
          changed({ markdown: '# Title\n\nSome *text*.' }),
          { kind: 'error' },
        ),
        reads('the tag of a thought, raw', '{"markdown": "Use <think>\nnotes\n</think> like this",}', {
          markdown: 'Use <think>\nnotes\n</think> like this',
        }),
        either(
          'an object with one text, unquoted',
          '{markdown: Hello there}',
          as({ markdown: 'Hello there' }),
        ),
      ],
    },
  ],
};

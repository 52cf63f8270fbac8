import { as, either, exact, harder, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** Remarks that models leave between values, and what only looks like one. */
export const comments: Theme = {
  name: 'comments',
  groups: [
    {
      type: 'interface Server { host: string; port: int; tls: boolean; }',
      cases: [
        reads('two slashes', '{\n  "host": "db1", // primary\n  "port": 5432, // default\n  "tls": true\n}', {
          host: 'db1',
          port: 5432,
          tls: true,
        }),
        reads('a block', '{"host": "db2", /* not the replica */ "port": 5433, "tls": false}', {
          host: 'db2',
          port: 5433,
          tls: false,
        }),
        reads(
          'a number sign',
          '{\n  "host": "db3",  # from the chart\n  "port": 5434,\n  # encrypted\n  "tls": true\n}',
          {
            host: 'db3',
            port: 5434,
            tls: true,
          },
        ),
        reads(
          'a comment with quotes and braces',
          '{\n  // the "old" one was {db0}, [gone]\n  "host": "db4",\n  "port": 1, "tls": false\n}',
          {
            host: 'db4',
            port: 1,
            tls: false,
          },
        ),
        reads('a comment after the last value', '{"host": "db5", "port": 2, "tls": true // yes\n}', {
          host: 'db5',
          port: 2,
          tls: true,
        }),
        reads('a comment before the object', '// config\n{"host": "db6", "port": 3, "tls": true}', {
          host: 'db6',
          port: 3,
          tls: true,
        }),
        reads('a comment behind a key', '{"host": /* name */ "db7", "port": // number\n 4, "tls": true}', {
          host: 'db7',
          port: 4,
          tls: true,
        }),
        reads(
          'a comment of several lines',
          '{\n/*\n * a\n * b: 3,\n */\n"host": "db8", "port": 5, "tls": false}',
          {
            host: 'db8',
            port: 5,
            tls: false,
          },
        ),
        reads('a comment with an apostrophe', '{"host": "db9", // it\'s fine\n"port": 6, "tls": false}', {
          host: 'db9',
          port: 6,
          tls: false,
        }),
        harder(
          reads('a comment of HTML', '{"host": "db10", <!-- spare --> "port": 7, "tls": false}', {
            host: 'db10',
            port: 7,
            tls: false,
          }),
        ),
      ],
    },
    {
      type: 'interface Link { url: string; color: string; }',
      cases: [
        exact('slashes in a text', '{"url": "https://x.example/a#b", "color": "#fa0"}', {
          url: 'https://x.example/a#b',
          color: '#fa0',
        }),
        reads('slashes without quotes', '{url: https://y.example/c?d=1, color: red}', {
          url: 'https://y.example/c?d=1',
          color: 'red',
        }),
        harder(
          either(
            'a number sign without quotes',
            '{url: z.example, color: #00ff00}',
            as({
              url: 'z.example',
              color: '#00ff00',
            }),
            refused(),
          ),
        ),
        reads(
          'a comment that speaks of a URL',
          '{"url": "w.example", // see http://docs.example\n"color": "blue"}',
          {
            url: 'w.example',
            color: 'blue',
          },
        ),
      ],
    },
    {
      type: 'type Primes = int[];',
      cases: [
        reads('comments between numbers', '[2, // even\n 3, 5, # odd\n 7]', [2, 3, 5, 7]),
        reads('a comment at the end of a list', '[11, 13 /* and so on */]', [11, 13]),
        reads('a number that is commented out', '[17, /* 18, */ 19]', [17, 19]),
      ],
    },
  ],
};

import { changed, changes, either, exact, fails, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** JSON without blanks, as JSON modes write it, with one mistake or cut off. */
export const minified: Theme = {
  name: 'minified',
  groups: [
    {
      type: 'interface Invoice { total: number; paid: boolean; vendor: string; due: string | null; lines: string[]; }',
      cases: [
        exact('as it should be', '{"total":5,"paid":true,"vendor":"Elk","due":null,"lines":["a","b"]}', {
          total: 5,
          paid: true,
          vendor: 'Elk',
          due: null,
          lines: ['a', 'b'],
        }),
        reads('a comma at the end', '{"total":6,"paid":false,"vendor":"Roe","due":null,"lines":["c"],}', {
          total: 6,
          paid: false,
          vendor: 'Roe',
          due: null,
          lines: ['c'],
        }),
        reads('bare keys', '{total:7,paid:true,vendor:"Doe",due:"May",lines:["d","e"]}', {
          total: 7,
          paid: true,
          vendor: 'Doe',
          due: 'May',
          lines: ['d', 'e'],
        }),
        reads('a comment', '{"total":8,/*net*/"paid":true,"vendor":"Elk","due":null,"lines":[]}', {
          total: 8,
          paid: true,
          vendor: 'Elk',
          due: null,
          lines: [],
        }),
        reads('single quotes', "{'total':9,'paid':false,'vendor':'Hart','due':null,'lines':['f']}", {
          total: 9,
          paid: false,
          vendor: 'Hart',
          due: null,
          lines: ['f'],
        }),
        reads('Python', "{'total':10,'paid':True,'vendor':'Moose','due':None,'lines':['g']}", {
          total: 10,
          paid: true,
          vendor: 'Moose',
          due: null,
          lines: ['g'],
        }),
        reads('cut behind a list', '{"total":11,"paid":true,"vendor":"Ibex","due":null,"lines":["h","i"]', {
          total: 11,
          paid: true,
          vendor: 'Ibex',
          due: null,
          lines: ['h', 'i'],
        }),
        changes('cut in an item', '{"total":12.5,"paid":false,"vendor":"Kudu","due":null,"lines":["jump', {
          total: 12.5,
          paid: false,
          vendor: 'Kudu',
          due: null,
          lines: ['jump'],
        }),
        reads('values without quotes', '{"total":13,"paid":true,"vendor":Oryx,"due":null,"lines":[k,l]}', {
          total: 13,
          paid: true,
          vendor: 'Oryx',
          due: null,
          lines: ['k', 'l'],
        }),
        reads(
          'a comma missing behind a text',
          '{"total":14,"paid":true,"vendor":"Gnu""due":null,"lines":["m"]}',
          {
            total: 14,
            paid: true,
            vendor: 'Gnu',
            due: null,
            lines: ['m'],
          },
        ),
        reads(
          'quotes inside of a text',
          '{"total":15,"paid":true,"vendor":"The "Yak" Inn","due":null,"lines":["n"]}',
          {
            total: 15,
            paid: true,
            vendor: 'The "Yak" Inn',
            due: null,
            lines: ['n'],
          },
        ),
        changes(
          'a price without quotes',
          '{"total":$16.50,"paid":true,"vendor":"Bison","due":null,"lines":["o"]}',
          {
            total: 16.5,
            paid: true,
            vendor: 'Bison',
            due: null,
            lines: ['o'],
          },
        ),
        reads('a list not closed', '{"total":17,"paid":true,"vendor":"Okapi","due":null,"lines":["p","q"}', {
          total: 17,
          paid: true,
          vendor: 'Okapi',
          due: null,
          lines: ['p', 'q'],
        }),
        reads(
          'prose around and a comma at the end',
          'Ok {"total":18,"paid":true,"vendor":"Zebu","due":null,"lines":["r",]} done',
          {
            total: 18,
            paid: true,
            vendor: 'Zebu',
            due: null,
            lines: ['r'],
          },
        ),
        fails('cut before the vendor', '{"total":19,"paid":true', 'vendor'),
        changes(
          'texts for the number and the boolean, comma at the end',
          '{"total":"20","paid":"false","vendor":"Ox","due":null,"lines":[],}',
          {
            total: 20,
            paid: false,
            vendor: 'Ox',
            due: null,
            lines: [],
          },
        ),
      ],
    },
    {
      type: 'interface Sample { id: int; ok: boolean; t: number; }\ninterface Run { samples: Sample[]; mean: number; }',
      cases: [
        reads(
          'objects in a list with a comma at the end',
          '{"samples":[{"id":1,"ok":true,"t":0.5},{"id":2,"ok":false,"t":1.5},],"mean":1}',
          {
            samples: [
              { id: 1, ok: true, t: 0.5 },
              { id: 2, ok: false, t: 1.5 },
            ],
            mean: 1,
          },
        ),
        reads('cut behind the mean', '{"samples":[{"id":3,"ok":true,"t":2}],"mean":2.25,', {
          samples: [{ id: 3, ok: true, t: 2 }],
          mean: 2.25,
        }),
        reads(
          'no commas between objects',
          '{"samples":[{"id":4,"ok":true,"t":3}{"id":5,"ok":true,"t":4}],"mean":3.5}',
          {
            samples: [
              { id: 4, ok: true, t: 3 },
              { id: 5, ok: true, t: 4 },
            ],
            mean: 3.5,
          },
        ),
        reads(
          'bare keys and words of Python',
          '{samples:[{id:6,ok:True,t:5},{id:7,ok:False,t:6}],mean:5.5}',
          {
            samples: [
              { id: 6, ok: true, t: 5 },
              { id: 7, ok: false, t: 6 },
            ],
            mean: 5.5,
          },
        ),
        changes('the last object cut', '{"mean":7,"samples":[{"id":8,"ok":true,"t":7},{"id":9,"ok":tr', {
          samples: [{ id: 8, ok: true, t: 7 }],
          mean: 7,
        }),
        either(
          'one item broken',
          '{"samples":[{"id":1,"ok":true,"t":1},{"id":"x","ok":true,"t":1},{"id":3,"ok":true,"t":1},],"mean":1}',
          changed({
            samples: [
              { id: 1, ok: true, t: 1 },
              { id: 3, ok: true, t: 1 },
            ],
            mean: 1,
          }),
          refused(),
        ),
        changes('dots for more items', '{"samples":[{"id":1,"ok":true,"t":1},...],"mean":1}', {
          samples: [{ id: 1, ok: true, t: 1 }],
          mean: 1,
        }),
      ],
    },
    {
      type: 'type Flags = Record<string, boolean>;',
      cases: [
        reads('a comma at the end', '{"a":true,"b":false,"c":true,}', { a: true, b: false, c: true }),
        reads('cut behind a value', '{"a":true,"b":false', { a: true, b: false }),
        reads('bare keys', '{a:true,b:false}', { a: true, b: false }),
      ],
    },
    {
      type: 'type Matrix = number[][];',
      cases: [
        reads('commas at the ends', '[[1,2,],[3,4,],]', [
          [1, 2],
          [3, 4],
        ]),
        changes('cut in a row', '[[1,2],[3,', [[1, 2], [3]]),
        reads('a bracket missing at the end', '[[1,2],[3,4]', [
          [1, 2],
          [3, 4],
        ]),
      ],
    },
  ],
};

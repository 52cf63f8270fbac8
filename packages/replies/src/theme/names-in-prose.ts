import { as, changed, changes, either, exact, fails, harder, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** Names that are short, that hold signs or digits, and that a sentence denies. */
export const namesInProse: Theme = {
  name: 'names in prose',
  groups: [
    {
      type: "type Option = 'A' | 'B' | 'C' | 'D';",
      cases: [
        changes('a letter at the end of a sentence', 'The answer is B.', 'B'),
        changes('a letter in brackets', 'Answer: (C)', 'C'),
        changes('a letter with its text', 'D) Lake Baikal', 'D'),
        changes('a bold letter and a reason', '**B**\n\nBecause the others are too small.', 'B'),
        harder(either('the article in front', 'A good answer would be C', changed('C'), refused())),
        fails('two letters', 'B and D'),
        changes('a small letter', 'b', 'B'),
        fails('a letter that is none of them', 'E'),
        harder(fails('no letter but words that begin alike', 'Beautiful colors do attract')),
      ],
    },
    {
      type: "type Language = 'C' | 'C++' | 'C#' | 'Java' | 'JavaScript' | '.NET';",
      fixedNames: true,
      cases: [
        exact('signs at the end, in quotes', '"C++"', 'C++'),
        reads('signs at the end', 'C#', 'C#'),
        changes('signs in a sentence', 'It is written in C++.', 'C++'),
        changes('the longer of two', 'JavaScript, mostly.', 'JavaScript'),
        changes('the shorter of two', 'Plain Java.', 'Java'),
        reads('a dot in front', '.NET', '.NET'),
        changes('one letter in a sentence', 'Written in C, I think.', 'C'),
        fails('two of them', 'C# or Java'),
      ],
    },
    {
      type: "type Compiler = 'C' | 'Java';",
      fixedNames: true,
      cases: [
        fails('a longer name that is none of them', 'JavaScript'),
        fails('signs behind the name', 'C++'),
        fails('a sign behind the name, in a sentence', 'It is C#.'),
        changes('a full stop behind the name', 'It is C.', 'C'),
      ],
    },
    {
      type: "type Reply = 'yes' | 'no';",
      fixedNames: true,
      cases: [
        either('one first, and the other in a turn of speech', 'Yes, no problem', changed('yes'), refused()),
        changes('one with a full stop', 'No.', 'no'),
      ],
    },
    {
      type: "type Tone = 'warm' | 'cold';",
      cases: [
        fails('a prefix with a dash', 'un-warm'),
        fails('a word that says nearly the opposite', 'hardly warm'),
        fails('words that say the opposite', 'It is anything but cold.'),
        changes('such a word elsewhere', 'cold: it hardly says a word', 'cold'),
      ],
    },
    {
      type: "type Tier = 'TIER_1' | 'TIER_2' | 'TIER_10';",
      cases: [
        changes('a number at the end', 'This is a tier 10 account.', 'TIER_10'),
        changes('the number that the longer one begins with', 'Tier 1', 'TIER_1'),
        changes('with a dash', 'tier-2.', 'TIER_2'),
        fails('a number that no tier has', 'TIER_3'),
        fails('a number that goes on', 'TIER_100'),
      ],
    },
    {
      type: "type Progress = 'NOT_STARTED' | 'IN_PROGRESS' | 'STARTED' | 'DONE';",
      cases: [
        changes('the longer name that denies the shorter', 'It is not started yet.', 'NOT_STARTED'),
        changes('with a dash', 'in-progress', 'IN_PROGRESS'),
        changes('camel case', 'inProgress', 'IN_PROGRESS'),
        harder(either('written together', 'notstarted', changed('NOT_STARTED'), refused())),
        harder(either('denied', 'Not done', changed('DONE'), refused())),
        changes('the same name twice', 'Done. Yes, done!', 'DONE'),
        either('a label with the same word', 'Progress: started', changed('STARTED')),
      ],
    },
    {
      type: "enum Kind {\n  /** @alias k1 */\n  Question = 'QUESTION',\n  /** @alias k2 */\n  Complaint = 'COMPLAINT',\n  /** @alias k12 */\n  Praise = 'PRAISE',\n}\ninterface Mail { kind: Kind; others: Kind[]; byKind: Record<string, Kind>; }",
      cases: [
        reads('shown names at every place', '{"kind": "k12", "others": ["k1"], "byKind": {"x": "k2"}}', {
          kind: 'PRAISE',
          others: ['QUESTION'],
          byKind: { x: 'COMPLAINT' },
        }),
        changes('shown names with their meaning', '{"kind": "k1: a question", "others": [], "byKind": {}}', {
          kind: 'QUESTION',
          others: [],
          byKind: {},
        }),
        reads(
          'names of the program, minified, with a comma too many',
          '{"kind":"Praise","others":["COMPLAINT",],"byKind":{},}',
          {
            kind: 'PRAISE',
            others: ['COMPLAINT'],
            byKind: {},
          },
        ),
        fails('a name that none has', '{"kind": "k3", "others": [], "byKind": {}}', 'kind'),
        either(
          'one of a list that none has',
          '{"kind": "k1", "others": ["k9", "k2"], "byKind": {}}',
          changed({ kind: 'QUESTION', others: ['COMPLAINT'], byKind: {} }),
          refused(),
        ),
        either(
          'a set of one as a text',
          '{"kind": ["k2"], "others": "k1", "byKind": {}}',
          changed({ kind: 'COMPLAINT', others: ['QUESTION'], byKind: {} }),
        ),
      ],
    },
    {
      type: 'interface Row { id: int; ID_card?: string; userName: string; user_name_old?: string; }',
      fixedNames: true,
      cases: [
        reads('keys that begin alike', '{"id": 1, "userName": "a", "user_name_old": "b"}', {
          id: 1,
          userName: 'a',
          user_name_old: 'b',
        }),
        either('keys in another case', '{"ID": 2, "username": "c"}', as({ id: 2, userName: 'c' })),
        either(
          'words apart',
          '{"Id": 3, "User Name": "d", "ID Card": "e"}',
          as({ id: 3, userName: 'd', ID_card: 'e' }),
        ),
        fails('a key that only begins alike', '{"id": 4, "user": "f"}', 'userName'),
        either(
          'a key in two cases',
          '{"id": 5, "userName": "g", "UserName": "h"}',
          changed({ id: 5, userName: 'g' }),
          changed({ id: 5, userName: 'h' }),
          refused(),
        ),
      ],
    },
    {
      type: 'interface Café { naïveté: string; größe: int; }',
      fixedNames: true,
      cases: [
        exact('letters with marks', '{"naïveté": "x", "größe": 3}', { naïveté: 'x', größe: 3 }),
        either(
          'letters and marks apart',
          '{"nai\u0308vete\u0301": "y", "gro\u0308ße": 4}',
          as({ naïveté: 'y', größe: 4 }),
        ),
        either('without marks', '{"naivete": "z", "groesse": 5}', as({ naïveté: 'z', größe: 5 }), refused()),
        reads('bare, with a comma too many', '{naïveté: "w", größe: 6,}', { naïveté: 'w', größe: 6 }),
      ],
    },
  ],
};

import { contentHash } from '@sigil/hash';
import type { Demo } from '@sigil/spec';

const [MESSAGE, CHANNEL] = [
  '  @InputField() message!: string;',
  '  @InputField() channel?: string;',
] as const;
const [TEAM, URGENCY] = [
  "  @OutputField() team!: 'billing' | 'technical';",
  '  @OutputField() urgency!: number;',
] as const;
/** The members of the class when it was tuned. */
export const BEFORE = [MESSAGE, CHANNEL, TEAM, URGENCY].join('\n');
/** Its documentation. */
export const DOC = 'Route a ticket.';

const CHARGED = { message: 'I was charged twice.', channel: 'mail', team: 'billing', urgency: 0.5 };
const BROKEN = { message: 'It does not start.', team: 'technical', urgency: 1 };
/** What it was tuned to show. */
export const DEMOS: readonly Demo[] = [CHARGED, BROKEN];

/** One row: what is done to a class that was tuned, and what is still used of its state. */
export interface Row {
  readonly edit: string;
  /** Members of the class before; {@link BEFORE} where absent. */
  readonly before?: string;
  readonly now: string;
  readonly doc?: string;
  /** Above the class. */
  readonly types?: string;
  readonly status: 'fresh' | 'partial' | 'stale';
  readonly changed: readonly string[];
  /** What is embedded. */
  readonly demos: readonly Demo[];
  /** What is rendered; a message where absent. */
  readonly inputs?: object;
}

const without = (...names: readonly string[]): readonly Demo[] =>
  DEMOS.map((demo) => Object.fromEntries(Object.entries(demo).filter(([field]) => !names.includes(field))));
const rename = (from: string, to: string): string => BEFORE.replace(` ${from}`, ` ${to}`);
const not = (index: number, why: string): string => `demos[${index}] of "*" is not used: ${why}`;
const neither = (why: string): string => `demos[0..1] of "*" are not used: ${why}`;

/** The table of what survives an edit, row by row. */
export const TABLE: readonly Row[] = [
  { edit: 'nothing', now: BEFORE, status: 'fresh', changed: [], demos: DEMOS },
  {
    edit: 'the text of a field',
    now: BEFORE.replace(TEAM, `  /** Who can solve it. */\n${TEAM}`),
    status: 'fresh',
    changed: ["output 'team' is described in other words"],
    demos: DEMOS,
  },
  {
    edit: 'the base instructions',
    now: BEFORE,
    doc: 'Route a support ticket.',
    status: 'partial',
    changed: [
      `the instructions of the class were edited (${contentHash(DOC)} to ${contentHash('Route a support ticket.')})`,
    ],
    demos: DEMOS,
  },
  {
    edit: 'the order of the fields',
    now: [URGENCY, TEAM, CHANNEL, MESSAGE].join('\n'),
    status: 'fresh',
    changed: [],
    demos: DEMOS,
  },
  {
    edit: 'an optional input more',
    now: `${BEFORE}\n  @InputField() name?: string;`,
    status: 'partial',
    changed: ["input 'name' was added"],
    demos: DEMOS,
  },
  {
    edit: 'a required input more',
    now: `${BEFORE}\n  @InputField() name!: string;`,
    status: 'partial',
    changed: ["input 'name' was added"],
    demos: DEMOS,
    inputs: { message: 'Hello?', name: 'Ada' },
  },
  {
    edit: 'an input less',
    now: BEFORE.replace(`${CHANNEL}\n`, ''),
    status: 'partial',
    changed: ["input 'channel' was removed: its values are left out of 1 demo"],
    demos: without('channel'),
  },
  {
    edit: 'another type of an input, which the values have',
    now: BEFORE.replace('channel?: string', "channel?: 'mail' | 'web'"),
    status: 'partial',
    changed: ["input 'channel' has another type"],
    demos: DEMOS,
  },
  {
    edit: 'another type of an input, which a value does not have',
    now: BEFORE.replace('channel?: string', 'channel?: boolean'),
    status: 'partial',
    changed: ["input 'channel' has another type", not(0, 'channel is "mail", wanted true or false')],
    demos: [BROKEN],
  },
  {
    edit: 'limits of an input',
    now: BEFORE.replace(MESSAGE, `  /** @maxLength 18 */\n${MESSAGE}`),
    status: 'partial',
    changed: [
      "input 'message' has another type",
      not(0, 'message is "I was charged twice.", wanted at most 18 characters'),
    ],
    demos: [BROKEN],
  },
  {
    edit: 'a default of an input',
    now: BEFORE.replace('channel?: string', "channel: string = 'web'"),
    status: 'partial',
    changed: ["input 'channel' has another type"],
    demos: DEMOS,
  },
  {
    edit: 'an optional output more',
    now: `${BEFORE}\n  @OutputField() reply?: string;`,
    status: 'stale',
    changed: ["output 'reply' was added"],
    demos: DEMOS,
  },
  {
    edit: 'a required output more',
    now: `${BEFORE}\n  @OutputField() reply!: string;`,
    status: 'stale',
    changed: ["output 'reply' was added", neither("output 'reply' is missing")],
    demos: [],
  },
  {
    edit: 'another type of an output',
    now: BEFORE.replace('urgency!: number', 'urgency!: 0 | 1'),
    status: 'stale',
    changed: ["output 'urgency' has another type", not(0, 'urgency is 0.5, wanted one of: 0, 1')],
    demos: [BROKEN],
  },
  {
    edit: 'an enum member less',
    now: BEFORE.replace("'billing' | ", ''),
    status: 'stale',
    changed: ["output 'team' has another type", not(0, 'team is "billing", wanted one of: technical')],
    demos: [BROKEN],
  },
  {
    edit: 'an enum member more',
    now: BEFORE.replace("'technical'", "'technical' | 'sales'"),
    status: 'partial',
    changed: ['output \'team\' may be "sales" too'],
    demos: DEMOS,
  },
  {
    edit: 'an enum member more and another less',
    now: BEFORE.replace("'technical'", "'sales'"),
    status: 'stale',
    changed: ["output 'team' has another type", not(1, 'team is "technical", wanted one of: billing, sales')],
    demos: [CHARGED],
  },
  {
    edit: 'an enum member more, and that it may be absent',
    now: BEFORE.replace("team!: 'billing' | 'technical'", "team?: 'billing' | 'technical' | 'sales'"),
    status: 'stale',
    changed: ["output 'team' has another type"],
    demos: DEMOS,
  },
  {
    edit: 'an enum member more, of items that may be null',
    before: `${BEFORE}\n  @OutputField() tags?: ('a' | 'b')[] | null;`,
    now: `${BEFORE}\n  @OutputField() tags?: ('a' | 'b' | 'c')[] | null;`,
    status: 'partial',
    changed: ['output \'tags\' may be "c" too'],
    demos: DEMOS,
  },
  {
    edit: 'the order of enum members',
    now: BEFORE.replace("'billing' | 'technical'", "'technical' | 'billing'"),
    status: 'fresh',
    changed: [],
    demos: DEMOS,
  },
  {
    edit: 'an alias for a type that stood in the field',
    types: "type Team = Brand<'billing' | 'technical'>;\ntype Brand<T> = T;\n",
    now: BEFORE.replace("'billing' | 'technical'", 'Team'),
    status: 'fresh',
    changed: [],
    demos: DEMOS,
  },
  {
    edit: 'an output less',
    now: BEFORE.replace(`\n${URGENCY}`, ''),
    status: 'stale',
    changed: ["output 'urgency' was removed: its values are left out of 2 demos"],
    demos: without('urgency'),
  },
  {
    edit: 'an input that became an output',
    now: BEFORE.replace(CHANNEL, CHANNEL.replace('InputField', 'OutputField')),
    status: 'stale',
    changed: ["'channel' was an input and is an output now: its values are left out of 1 demo"],
    demos: without('channel'),
  },
  {
    edit: 'an output that became an input',
    now: BEFORE.replace(URGENCY, URGENCY.replace('OutputField', 'InputField')),
    status: 'stale',
    changed: ["'urgency' was an output and is an input now: its values are left out of 2 demos"],
    demos: without('urgency'),
    inputs: { message: 'Hello?', urgency: 1 },
  },
  {
    edit: 'inputs and outputs that changed places, so that no demo has an answer',
    now: BEFORE.replaceAll('InputField', 'Other')
      .replaceAll('OutputField', 'InputField')
      .replaceAll('Other', 'OutputField')
      .replace('message!', 'message?'),
    status: 'stale',
    changed: [
      "'message' was an input and is an output now",
      "'channel' was an input and is an output now",
      "'team' was an output and is an input now",
      "'urgency' was an output and is an input now",
      neither('no output of it is left'),
    ],
    demos: [],
    inputs: { team: 'billing', urgency: 1 },
  },
  {
    edit: 'the name of an input',
    now: rename('message', 'body'),
    status: 'partial',
    changed: [
      "input 'body' was added",
      "input 'message' was removed: its values are left out of 2 demos",
      "'message' seems to be 'body' now: run 'sigil migrate FILE#Ticket message=body' to keep its values",
    ],
    demos: without('message'),
    inputs: { body: 'Hello?' },
  },
  {
    edit: 'the name of an output',
    now: rename('urgency', 'weight'),
    status: 'partial',
    changed: [
      "output 'weight' was added",
      "output 'urgency' was removed",
      "'urgency' seems to be 'weight' now: run 'sigil migrate FILE#Ticket urgency=weight' to keep its values",
      neither("output 'weight' is missing"),
    ],
    demos: [],
  },
  {
    edit: 'the names of two fields of different shapes',
    now: rename('message', 'body').replace(' channel', ' medium'),
    status: 'partial',
    changed: [
      "input 'body' was added",
      "input 'medium' was added",
      "input 'channel' was removed: its values are left out of 1 demo",
      "input 'message' was removed: its values are left out of 2 demos",
      "'channel' seems to be 'medium' now, 'message' seems to be 'body' now: run 'sigil migrate FILE#Ticket channel=medium message=body' to keep their values",
    ],
    demos: without('message', 'channel'),
    inputs: { body: 'Hello?' },
  },
  {
    edit: 'the names of two fields of one shape, so that none can be told',
    before: BEFORE.replace('channel?', 'channel!'),
    now: rename('message', 'body').replace('channel?', 'medium!'),
    status: 'partial',
    changed: [
      "input 'body' was added",
      "input 'medium' was added",
      "input 'channel' was removed: its values are left out of 1 demo",
      "input 'message' was removed: its values are left out of 2 demos",
    ],
    demos: without('message', 'channel'),
    inputs: { body: 'Hello?', medium: 'web' },
  },
];

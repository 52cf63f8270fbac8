import { judge, type Judgement, type Reading } from './compare/judge.js';
import { readReply } from './compare/read-reply.js';
import { typeOf } from './compare/type-of.js';
import { corpus } from './corpus.js';
import { bamlPeer } from './peer/baml-peer.js';
import { jsonrepairPeer } from './peer/jsonrepair-peer.js';
import type { Peer } from './peer/peer.js';
import type { Outcome, ReplyCase } from './reply/reply-case.js';
import { sourceOf } from './reply/theme.js';

const ours: Peer = { name: 'sigil/parse', read: (reply, type) => readReply(reply, type) };
const readers = [ours, bamlPeer, jsonrepairPeer];

/** How often of all the cases of a level. `cannot`: the peer has no words for the type. */
type Count = Record<Judgement | 'cannot', number>;

const counts = new Map<string, Count>();
const byTheme = new Map<string, Map<string, Count>>();

for (const { name: theme, groups } of corpus) {
  for (const { type, cases } of groups) {
    const { source, typeName } = sourceOf(type);
    const valueType = typeOf(source, typeName);
    for (const given of cases) {
      for (const reader of readers) {
        const verdict = verdictOf(reader, given, reader.read(given.reply, valueType));
        countOf(counts, `${reader.name}, ${given.level}`)[verdict]++;
        const themes = byTheme.get(theme) ?? new Map<string, Count>();
        byTheme.set(theme, themes);
        countOf(themes, reader.name)[verdict]++;
      }
    }
  }
}

console.log('| reader, level | right | error | silently wrong | cannot say the type |');
console.log('|---|---|---|---|---|');
for (const [name, count] of [...counts].sort(([a], [b]) => a.localeCompare(b))) {
  console.log(
    `| ${name} | ${count.right} | ${count.error} | ${count.wrong + count.quiet} | ${count.cannot} |`,
  );
}
console.log('\nRight of those whose type the reader can say:\n');
console.log(`| theme | ${readers.map(({ name }) => name).join(' | ')} |`);
console.log(`|---|${readers.map(() => '---|').join('')}`);
for (const [theme, themes] of byTheme) {
  const cells = readers.map(({ name }) => {
    const count = countOf(themes, name);
    return `${count.right} of ${count.right + count.error + count.wrong + count.quiet}`;
  });
  console.log(`| ${theme} | ${cells.join(' | ')} |`);
}

/** Peers say nothing of what they change, so nothing is asked of them there, nor where an error is. */
function verdictOf(reader: Peer, given: ReplyCase, reading: Reading | undefined): Judgement | 'cannot' {
  if (reading === undefined) return 'cannot';
  return judge(reading, reader === ours ? given : { ...given, outcomes: given.outcomes.map(withoutDetail) });
}

function withoutDetail(outcome: Outcome): Outcome {
  return outcome.kind === 'error' ? { kind: 'error' } : { ...outcome, changed: 'either' };
}

function countOf(all: Map<string, Count>, name: string): Count {
  const count = all.get(name) ?? { right: 0, error: 0, wrong: 0, quiet: 0, cannot: 0 };
  all.set(name, count);
  return count;
}

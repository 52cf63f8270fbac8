// What `npm start` shows: a small model judges product reviews, badly at first, and then with the demos that the
// optimizer found. Everything happens in `work/`, a copy of the seed program.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATA, prepareWork, RESULT, WORK } from './folders.js';
import { heading, line } from './page.js';
import { showComparison } from './comparison.js';
import { showDiff, sameFile } from './diff.js';
import { sigil } from './sigil.js';

const TARGET = 'src/review.ts#Review';
const before = join(WORK, 'before.jsonl');
const after = join(WORK, 'after.jsonl');
const started = performance.now();

heading('The program: one class, compiled to the prompt beside it');
prepareWork();
await sigil('generate');
await sigil('render', TARGET, '--data', `${DATA}/test.jsonl`, '--row', '1');

heading('Its baseline on 200 reviews that the search will never see');
const test = ['--data', `${DATA}/test.jsonl`, '--metric', 'exact-match'];
rmSync(before, { force: true });
await sigil('eval', TARGET, ...test, '--out', 'before.jsonl');

heading('The search: which demos, how many, in which order');
const rows = ['--train', `${DATA}/train.jsonl`, '--val', `${DATA}/val.jsonl`];
await sigil(
  'optimize',
  TARGET,
  ...rows,
  '--metric',
  'exact-match',
  '--candidates',
  '8',
  '--max-labeled-demos',
  '6',
);

heading('The optimized program on the same 200 reviews');
rmSync(after, { force: true });
await sigil('eval', TARGET, ...test, '--out', 'after.jsonl');

heading('Before and after');
showComparison(before, after);

heading('The improved prompt, as a diff to review');
showDiff(join('before', 'review.gen.ts'), join('src', 'review.gen.ts'));

heading('Is it what is committed?');
const same = sameFile(join(WORK, 'src/review.opt.json'), join(RESULT, 'review.opt.json'));
line(
  same
    ? 'Yes: work/src/review.opt.json has the same bytes as result/review.opt.json.'
    : 'No: work/src/review.opt.json differs from result/review.opt.json. Another processor rounds other digits, and a ' +
        'close call falls the other way.',
);
line(
  `Took ${((performance.now() - started) / 1000).toFixed(0)} s. Run it again: the replies come from the cache.`,
);

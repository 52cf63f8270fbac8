// Prints what Sigil costs on this machine, now, beside bare Node, zod or the bare openai client where one compares.
// Machines are noisy: look at the ratios.
import { cpus, loadavg } from 'node:os';
import { clientCost } from './client-cost.js';
import { evaluateEfficiency } from './evaluate-efficiency.js';
import { generateCost } from './generate-cost.js';
import { generatedCost } from './generated-cost.js';
import { importCost } from './import-cost.js';
import type { Figure } from './measure.js';
import { parseCost } from './parse/parse-cost.js';
import { streamCost } from './parse/stream-cost.js';
import { predictCost } from './predict-cost.js';
import { predictStreamCost } from './predict-stream-cost.js';
import { renderCost } from './render-cost.js';
import { typeCost } from './type-cost.js';
import { watchCost } from './watch-cost.js';

const figures: Figure[] = [];
const parts: readonly (() => Promise<Figure | readonly Figure[]> | Figure | readonly Figure[])[] = [
  predictCost,
  predictStreamCost,
  renderCost,
  parseCost,
  streamCost,
  clientCost,
  evaluateEfficiency,
  importCost,
  generatedCost,
  generateCost,
  watchCost,
  typeCost,
];
console.log(
  `Node ${process.version}, ${cpus().length} cores, load ${load()}. Measured: the median of several turns (least to most).\n`,
);
for (const part of parts) {
  const result = await part();
  const made = 'what' in result ? [result] : result;
  figures.push(...made);
  for (const { what, wanted, median, spread, beside, reached } of made) {
    console.log(`${reached ? 'ok    ' : 'MISSED'}  ${what}`);
    const [first = '', ...more] = beside;
    console.log(`        wanted ${wanted}   measured ${median} (${spread})   ${first}`);
    for (const other of more) console.log(`        ${other}`);
  }
}
const missed = figures.filter((figure) => !figure.reached);
console.log(
  missed.length === 0
    ? `\nAll ${figures.length} figures are reached.`
    : `\n${missed.length} of ${figures.length} missed; load is ${load()} now, and a busy machine misses more:\n` +
        missed.map(({ what, wanted, median }) => `  ${what}: ${median}, wanted ${wanted}`).join('\n'),
);

/** Processes that wanted a core in the last minute. */
function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

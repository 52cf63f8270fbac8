// Prints what Sigil costs on this machine, now, beside bare Node, zod or the bare openai client where one compares.
// Machines are noisy: look at the ratios.
import { clientCost } from './client-cost.js';
import { evaluateEfficiency } from './evaluate-efficiency.js';
import { generateCost } from './generate-cost.js';
import { importCost } from './import-cost.js';
import type { Figure } from './measure.js';
import { predictCost } from './predict-cost.js';

const figures: Figure[] = [];
const parts: readonly (() => Promise<Figure> | Figure | readonly Figure[])[] = [
  predictCost,
  clientCost,
  evaluateEfficiency,
  importCost,
  generateCost,
];
for (const part of parts) {
  const result = await part();
  const made = 'what' in result ? [result] : result;
  figures.push(...made);
  for (const figure of made) {
    const mark = figure.reached ? 'ok  ' : 'MISS';
    console.log(
      `${mark}  ${figure.what}\n      ${figure.measured}  (wanted ${figure.wanted}; ${figure.beside})`,
    );
  }
}
const missed = figures.filter((figure) => !figure.reached).length;
console.log(
  missed === 0 ? '\nAll figures are reached.' : `\n${missed} of ${figures.length} figures are missed.`,
);

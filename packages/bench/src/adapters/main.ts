// Prints what a small model does with each adapter. Its weights come from the cache or from pip; it takes minutes.
import { evaluate } from '@sigil/evaluate';
import { llama } from '@sigil/llama';
import type { Adapter, LanguageModel } from '@sigil/spec';
import { adapters } from 'sigil/adapter';
import { counted } from './counted.js';
import { TASKS, type Task } from './tasks.js';

/** No right answer is longer, and a small model often does not stop. */
const settings = { temperature: 0, maxOutputTokens: 64 };

const lm = await llama();
console.log(`${lm.modelId}, Node ${process.version}, at most ${settings.maxOutputTokens} tokens a reply\n`);
for (const { about, rows } of TASKS) console.log(`${about}, ${rows.length} rows`);
console.log('\n| task | demos | adapter | parsed | right | tokens in | tokens out | requests | seconds |');
console.log('|---|---|---|---|---|---|---|---|---|');
for (const task of TASKS) {
  for (const demos of [0, task.demos.length]) {
    for (const adapter of adapters) {
      console.log(await line(task, adapter, demos, withoutSchemas(lm)));
      if (adapter.wantsSchema === true && lm.capabilities.jsonSchema === true)
        console.log(await line(task, adapter, demos, lm));
    }
  }
}
await lm.dispose?.();

/** What follows `right` are means of a row. A row that cannot be read has nothing right. */
async function line(task: Task, adapter: Adapter, demos: number, model: LanguageModel): Promise<string> {
  const counts = counted(model);
  const start = performance.now();
  const { outcome, parsed, mean, error } = await evaluate({
    program: task.program(adapter),
    dataset: task.rows,
    state: { '': { demos: task.demos.slice(0, demos) } },
    lm: counts.lm,
    settings,
    concurrency: 1,
    metric: (row, answer) => right(task, row, answer),
    metricName: 'outputs that are right',
  });
  if (outcome !== 'complete') throw new Error(`${adapter.id}: ${outcome}`, { cause: error });
  const perRow = (sum: number, places: number): string => (sum / task.rows.length).toFixed(places);
  const isKept = adapter.wantsSchema === true && model.capabilities.jsonSchema === true;
  const cells = [
    task.name,
    demos,
    `${adapter.id}${isKept ? ', kept to the schema' : ''}`,
    percent(parsed.share),
    percent(mean),
    perRow(counts.inputTokens, 0),
    perRow(counts.outputTokens, 0),
    perRow(counts.requests, 2),
    perRow((performance.now() - start) / 1000, 2),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** The same model, which then reads a schema in its prompt as any other does. */
function withoutSchemas(model: LanguageModel): LanguageModel {
  return {
    modelId: model.modelId,
    capabilities: { ...model.capabilities, jsonSchema: false },
    prepare: (call) => model.prepare(call),
    doGenerate: (call) => model.doGenerate(call),
    doStream: (call) => model.doStream(call),
  };
}

function right({ outputs }: Task, row: Record<string, unknown>, answer: Record<string, unknown>): number {
  return outputs.filter((name) => row[name] === answer[name]).length / outputs.length;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

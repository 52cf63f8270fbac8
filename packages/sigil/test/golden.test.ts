import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ParseError, type Adapter, type Message } from '@sigil/spec';
import { describe, expect, it } from 'vitest';
import { adapters } from '../src/adapter/adapters.js';
import { goldenPrompts, type GoldenPrompt } from './golden-corpus.js';

const folder = (adapter: Adapter): string =>
  fileURLToPath(new URL(`golden/${adapter.id.replace('/', '-')}/`, import.meta.url));

/** The prompt, and the turns that ask again, as one text. */
function rendered(adapter: Adapter, { spec, state, inputs }: GoldenPrompt): string {
  const template = adapter.compile(spec, state);
  const error = new ParseError({ path: 'a.b', found: '"x"', expected: 'a number', reply: 'x' });
  const prompt = adapter.fill(template, spec, inputs);
  const isAsking = spec.fields.some(({ direction }) => direction === 'out');
  const again = isAsking ? adapter.reask(spec, 'x', error) : [];
  const extraction = adapter.extraction?.request(spec, 'It is so.\nanswer: x') ?? [];
  return [...prompt, ...extraction, ...again].map(turn).join('\n');
}

function turn({ role, content }: Message): string {
  return `=== ${role}\n${content}\n`;
}

// A new format is a new folder beside the old one: prompts of old formats are written nowhere any more.
describe.each(adapters)('the prompts of $id', (adapter) => {
  const at = folder(adapter);

  it.each(goldenPrompts)('are the same bytes as ever: $name', (prompt) => {
    const file = `${at}${prompt.name}.txt`;
    const text = rendered(adapter, prompt);
    if (!existsSync(file) && process.env['SIGIL_UPDATE'] !== undefined) {
      mkdirSync(at, { recursive: true });
      writeFileSync(file, text);
    }
    const kept = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    // Read beside the difference.
    const advice =
      kept === undefined
        ? `${prompt.name} has no file: write it with SIGIL_UPDATE=1.`
        : `Prompts of ${adapter.id} changed, and with them every committed artifact. Raise the format number of the ` +
          `adapter, keep this folder, and write the next one with SIGIL_UPDATE=1.`;
    expect({ text, advice: text === kept ? 'none' : advice }).toEqual({ text: kept, advice: 'none' });
  });

  it('are all in the corpus', () => {
    const files = readdirSync(at).map((file) => file.replace(/\.txt$/u, ''));
    expect(files.toSorted()).toEqual(goldenPrompts.map(({ name }) => name).toSorted());
  });
});

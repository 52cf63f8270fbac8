import { readFileSync } from 'node:fs';

/** A file of this package's `samples` folder. */
export function sample(name: 'review.ts' | 'reviews.jsonl'): string {
  return readFileSync(new URL(`../../samples/${name}`, import.meta.url), 'utf8');
}

/**
 * The first `sigil.config.ts` of a project.
 *
 * @param sources folder of the decorated classes, relative to the project, with `/`
 */
export function configText(sources: string): string {
  const include = `  // Where the decorated classes are.\n  include: ['${sources === '' ? '' : `${sources}/**/`}*.ts'],\n`;
  return `import { defineConfig } from '@sigil/cli';

export default defineConfig({
${sources === 'src' ? '' : include}  // The model of 'sigil eval' and 'sigil optimize'. 'llama' is a small one inside the process, without a key;
  // 'openai:gpt-5-mini' takes its key from OPENAI_API_KEY. A LanguageModel of your own can stand here too.
  lm: 'llama',
  targets: {
    // The sample asks a tiny model for one word after a name: it need not go on, and cannot mend what it is shown.
    Review: { settings: { maxOutputTokens: 20, stopSequences: [',', '.', '\\n'] }, maxReasks: 0 },
  },
});
`;
}

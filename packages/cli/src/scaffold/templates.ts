import { readFileSync } from 'node:fs';

/** A file of this package's `templates` folder. */
export function template(name: 'ticket.ts' | 'tickets.jsonl'): string {
  return readFileSync(new URL(`../../templates/${name}`, import.meta.url), 'utf8');
}

/**
 * The first `sigil.config.ts` of a project.
 *
 * @param tsconfig named in the file unless it is the usual one
 */
export function configText(tsconfig: string): string {
  const line = tsconfig === 'tsconfig.json' ? '' : `  tsconfig: '${tsconfig}',\n`;
  return `import { defineConfig } from '@sigil/cli';

export default defineConfig({
${line}  // The model of 'sigil eval' and 'sigil optimize'. 'llama' is a small one inside the process, without a key;
  // 'openai:gpt-5-mini' takes its key from OPENAI_API_KEY. A LanguageModel of your own can stand here too.
  lm: 'llama',
});
`;
}

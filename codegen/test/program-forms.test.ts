import type { SignatureSpec } from '@sigil/spec';
import { describe, expect, it } from 'vitest';
import { options } from './compiler.js';
import { FOUND } from './found-programs.js';
import { P } from './program-form.js';
import { Project } from './project.js';
import { REFUSED } from './refused-programs.js';

const SIGNATURES = ['Ask', 'Judge']
  .map(
    (name) => `@Signature()
export class ${name} {
  static readonly artifact = gen.${name};
  @InputField() text!: string;
  @OutputField() answer!: string;
}
`,
  )
  .join('\n');

const AROUND = (kind: 'legacy' | 'standard'): Record<string, string> => ({
  'src/signatures.ts': `import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './signatures.gen.js';
${SIGNATURES}`,
  'src/making.ts': `import { Predict } from 'sigil';
import { Ask } from './signatures.js';
export function made() { return ${P}; }
export const madeOne = ${P};
export const makers = { one: () => ${P} };
export const deep = () => made();
export const deeper = () => deep();
`,
  'src/inner.ts': `import { Module, Predict } from 'sigil';
import { Ask } from './signatures.js';
export class Inner extends Module { p = ${P}; forward(inputs: object) { return inputs; } }
export default class extends Module { q = ${P}; forward(inputs: object) { return inputs; } }
`,
  'src/barrel.ts': `export { Inner, default as D } from './inner.js';
export * as ns from './inner.js';
export { Predict as Foretell } from 'sigil';
`,
  'node_modules/lib/package.json': '{ "name": "lib", "type": "module", "exports": "./index.js" }',
  'node_modules/lib/index.js': 'export const lib = () => 1;\nexport class Box {}\n',
  'tsconfig.json': options(kind, false),
});

/** A project with a source for each form. */
function projectOf(
  forms: Readonly<Record<string, readonly [source: string, expected: unknown]>>,
  kind: 'legacy' | 'standard' = 'legacy',
): Project {
  const sources = Object.entries(forms).map(([name, [source]]) => [
    `src/${name}.ts`,
    `import * as sigil from 'sigil';
import { Module, Predict, Program } from 'sigil';
import { Ask, Judge } from './signatures.js';
import * as gen from './${name}.gen.js';
void [sigil, Module, Predict, Program, Ask, Judge, gen];
${source}`,
  ]);
  return new Project({ ...AROUND(kind), ...Object.fromEntries(sources) });
}

describe('the predictors of a program, in every form in which one can be written', () => {
  it.each(['legacy', 'standard'] as const)(
    'are found where a walk of a live instance finds them (%s decorators)',
    async (kind) => {
      const project = projectOf(FOUND, kind);
      const { plan } = await project.generate();
      expect(plan.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      const read = new Map(plan.programs.map(({ id, predictors }) => [id, predictors]));
      // One load of all: each takes half a second.
      const forms = Object.keys(FOUND);
      project.write({
        'src/all.ts': forms.map((form) => `export { Main as ${form} } from './${form}.js';\n`).join(''),
      });
      const all = await project.load('src/all.ts');
      const name = (signature: string): string => signature.split('#')[1] ?? '';
      for (const [form, [, expected]] of Object.entries(FOUND)) {
        const live: ReadonlyMap<string, SignatureSpec> = new all[form]().namedPredictors();
        const found = Object.entries(read.get(`src/${form}.ts#Main`) ?? {});
        expect({
          form,
          live: [...live].map(([path, { id }]) => `${path} ${name(id)}`),
          found: found.map(([path, { signature }]) => `${path} ${name(signature)}`),
        }).toEqual({ form, live: expected, found: expected });
      }
    },
    60_000,
  );

  it('are refused with what was found and what to write, where only a run would tell', async () => {
    const { diagnostics } = await projectOf(REFUSED).plan();
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const said = Object.keys(REFUSED).map((form) => {
      const own = errors.filter(({ file }) => file === `src/${form}.ts`);
      const words = own.map(({ message }) => message.replace(/^Cannot compile program .*?: found /u, ''));
      const isHelp = own.length > 0 && own.every(({ hint = '', line = 0 }) => hint.length > 10 && line > 5);
      return [form, words[0], isHelp];
    });
    expect(said).toEqual(Object.entries(REFUSED).map(([form, [, found]]) => [form, `${found}.`, true]));
  });
});

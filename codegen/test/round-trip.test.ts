import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IMPORTS, Project } from './project.js';

/** Texts that try to leave the literal, the comment or the line in which they stand. */
const nasty = fc.constantFrom(
  "'",
  '"',
  '`',
  '\\',
  '\\\\',
  '${x}',
  '*/',
  '/*',
  '//',
  '\n',
  '\r',
  '\r\n',
  '\u2028',
  '\u2029',
  '\u0000',
  '\uFEFF',
  '\u202E',
  '\uD800',
  '\uDC00',
  '😀',
  '</script>',
  '<!--',
  "';process.exit(1);'",
  '\\u0041',
  '\\x41',
  '__proto__',
  ' ',
  '\t',
  'é',
);
const text = fc.oneof(
  fc.array(fc.oneof(nasty, fc.string({ unit: 'grapheme' })), { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);

/** A literal that any TypeScript reads as the given text. */
function literal(value: string): string {
  const units = Array.from({ length: value.length }, (_, at) => value.charCodeAt(at));
  return `'${units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')}'`;
}

describe('texts in a signature', () => {
  it('come back as they were from the generated file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(text, { minLength: 30, maxLength: 60 }), async (values) => {
        const project = new Project({
          'src/odd.ts': `${IMPORTS}import * as gen from './odd.gen.js';
@Signature()
export class Odd {
  static readonly artifact = gen.Odd;
  @InputField() list: string[] = [${values.map(literal).join(', ')}];
  @OutputField() choice!: ${values.map(literal).join(' | ')};
}
`,
        });
        const { plan } = await project.generate();
        expect(plan.diagnostics).toEqual([]);
        const { Odd, OddInput, OddOutput } = await project.load('src/odd.gen.ts');
        expect(Odd.spec).toEqual(plan.signatures[0]);
        expect(Odd.spec.fields[0].default).toEqual(values);
        expect(OddInput.parse({})).toEqual({ list: values });
        for (const choice of values) expect(OddOutput.parse({ choice })).toEqual({ choice });
        expect((await project.plan()).files).toMatchObject([{ status: 'fresh' }]);
      }),
      { numRuns: 5 },
    );
  }, 60_000);

  it('come back from comments, except for what a comment cannot hold', async () => {
    // A comment ends at */ and has no escapes; what starts a tag is no text.
    const inComment = text.map((value) =>
      value
        .replaceAll('*/', '')
        .replaceAll('@', '')
        .replaceAll('`', '')
        .replaceAll(/[\r\n\p{Cs}\uFEFF\p{Zs}\t]+/gu, ' ')
        .trim(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(inComment, { minLength: 30, maxLength: 60 }), async (docs) => {
        const project = new Project({
          'src/odd.ts': `${IMPORTS}import * as gen from './odd.gen.js';
@Signature()
export class Odd {
  static readonly artifact = gen.Odd;
${docs.map((doc, at) => `  /** x${doc}x */\n  @OutputField() field${at}!: string;`).join('\n')}
}
`,
        });
        const { plan } = await project.generate();
        expect(plan.diagnostics).toEqual([]);
        const { Odd } = await project.load('src/odd.gen.ts');
        const found = Odd.spec.fields.map((field: { description: string }) => field.description);
        expect(found).toEqual(docs.map((doc) => `x${doc}x`));
      }),
      { numRuns: 5 },
    );
  }, 60_000);

  it('come back from patterns', async () => {
    const isPattern = (value: string): boolean => {
      try {
        return new RegExp(value).source !== '';
      } catch {
        return false;
      }
    };
    const pattern = fc
      .array(
        fc.constantFrom(
          'a',
          '/',
          '\\/',
          '[/]',
          '\\d',
          '[^\\]]',
          '"',
          "'",
          '\\\\',
          '(?:b|c)',
          '.',
          '\u2028',
          '\\\u202E',
          '$',
        ),
        { minLength: 1, maxLength: 6 },
      )
      .map((parts) => `^${parts.join('')}`)
      .filter(isPattern);
    await fc.assert(
      fc.asyncProperty(fc.array(pattern, { minLength: 20, maxLength: 40 }), async (patterns) => {
        const project = new Project({
          'src/odd.ts': `${IMPORTS}import * as gen from './odd.gen.js';
@Signature()
export class Odd {
  static readonly artifact = gen.Odd;
${patterns
  .filter((one) => !one.includes('\u2028'))
  .map((one, at) => `  /** @pattern ${one} */\n  @OutputField() field${at}!: string;`)
  .join('\n')}
}
`,
        });
        const { plan } = await project.generate();
        expect(plan.diagnostics).toEqual([]);
        const { Odd, OddOutput } = await project.load('src/odd.gen.ts');
        for (const field of Odd.spec.fields as {
          name: string;
          type: { constraints: { pattern: string } };
        }[]) {
          const shape = OddOutput.shape[field.name];
          for (const value of ['a', 'a/', '/', '"', '\\', 'b', '5', '', '\u202E', ']']) {
            expect(shape.safeParse(value).success).toBe(
              new RegExp(field.type.constraints.pattern).test(value),
            );
          }
        }
      }),
      { numRuns: 3 },
    );
  }, 60_000);
});

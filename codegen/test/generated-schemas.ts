import type { FieldSpec } from '@sigil/spec';
import * as lib from 'sigil/zod';
import type { z } from 'sigil/zod';
import { printSchemas } from '../src/emit/print-schemas.js';

/** The schemas that are generated for some fields, evaluated from their text. */
export function generatedSchemas(fields: readonly FieldSpec[]): {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly text: string;
} {
  const { blocks, imports } = printSchemas('T', { fields });
  const text = blocks.join('\n').replaceAll('export const', 'const');
  // oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-call -- the text is the one that a generated file has
  const { input, output } = new Function(
    'lib',
    `const { ${[...imports].join(', ')} } = lib, z = lib;\n${text}\nreturn { input: TInput, output: TOutput };`,
  )(lib) as { input: z.ZodType; output: z.ZodType };
  return { input, output, text };
}

import { wireSchema } from '@sigil/schema';
import { strictSchemaProblems } from '@sigil/testing';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fieldsWithValues } from '../../packages/schema/test/arbitrary.js';

const SAMPLES = fileURLToPath(new URL('samples', import.meta.url));

const generated = readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /[\\/]expected[\\/]/u.test(file) && file.endsWith('.gen.ts'),
);

const ajv = new Ajv2020({ strict: true, strictTypes: false, addUsedSchema: false });
addFormats.default(ajv);

describe('a wire schema in the dialect strict', () => {
  it.each(generated)('is in the subset of the service, and valid: %s', async (file) => {
    const exported: Record<string, unknown> = await import(pathToFileURL(`${SAMPLES}/${file}`).href);
    for (const artifact of Object.values(exported)) {
      if (typeof artifact !== 'object' || artifact === null || !('wire' in artifact)) continue;
      expect(strictSchemaProblems(artifact.wire)).toEqual([]);
      expect(ajv.validateSchema(artifact.wire as object)).toBe(true);
      ajv.compile(JSON.parse(JSON.stringify(artifact.wire)));
    }
  });

  it('is in the subset of the service for any fields', () => {
    fc.assert(
      fc.property(fieldsWithValues, ({ fields }) => {
        const problems = strictSchemaProblems(JSON.parse(JSON.stringify(wireSchema(fields, 'strict'))));
        expect(problems.filter((problem) => !/levels/u.test(problem))).toEqual([]);
      }),
    );
  });
});

import type { FieldSpec, OptimizedStatus, PromptTemplate, SignatureSpec, StateVariants } from '@sigil/spec';
import { wireSchema } from '@sigil/schema';
import { stacked } from './layout.js';
import { printTemplate } from './print-template.js';
import { printStacked, printValue } from './print-value.js';

/** What is generated for one signature beside its types and schemas. */
export interface ArtifactContent {
  readonly spec: SignatureSpec;
  readonly template: PromptTemplate;
  /** Tuned state, when there is some. */
  readonly variants?: StateVariants;
  readonly optimized?: OptimizedStatus;
}

/** The exported constant that a class points at. */
export function printArtifact(name: string, content: ArtifactContent): string {
  const { spec, template, variants, optimized } = content;
  const members = [
    'format: 1',
    `kind: 'signature'`,
    `spec: ${printSpec(spec)}`,
    `wire: ${printStacked(wireSchema(outputsOf(spec)), 1)}`,
    `template: ${printTemplate(template, 1)}`,
    `schemas: () => ({ input: ${name}Input, output: ${name}Output })`,
    ...(variants === undefined ? [] : [`states: ${printStacked({ '': variants }, 1)}`]),
    ...(optimized === undefined ? [] : [`optimized: ${printValue(optimized, 1, 13)}`]),
  ];
  return `export const ${name}: ${name}Artifact = ${stacked(['{', '}'], members, 0)};`;
}

function outputsOf(spec: SignatureSpec): readonly FieldSpec[] {
  return spec.fields.filter((field) => field.direction === 'out');
}

/** One field a line. */
function printSpec(spec: SignatureSpec): string {
  const members = [
    `id: ${printValue(spec.id, 2, 8)}`,
    `instructions: ${printValue(spec.instructions, 2, 18)}`,
    `fields: ${printStacked(spec.fields, 2)}`,
  ];
  return stacked(['{', '}'], members, 1);
}

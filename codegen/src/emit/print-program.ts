import type { FieldSpec, ProgramSpec, ProgramStatus, StateVariants, TemplateVariants } from '@sigil/spec';
import type { ProgramDeclaration } from '../declaration/program-declaration.js';
import { propertyName, WIDTH } from './literal.js';
import { stacked } from './layout.js';
import { printTemplate } from './print-template.js';
import { printStacked, printValue } from './print-value.js';

/** One program of a file that is to be generated. */
export interface GeneratedProgram {
  readonly declaration: ProgramDeclaration;
  readonly spec: ProgramSpec;
  /** Tuned state by path, when there is some. */
  readonly states?: { readonly [path: string]: StateVariants } | undefined;
  /** Their compiled prompts, by path and model. */
  readonly templates?: { readonly [path: string]: TemplateVariants } | undefined;
  readonly optimized?: ProgramStatus | undefined;
}

/** The type of a program's artifact, by which the class is compared with what was compiled, and the artifact. */
export function printProgram({ declaration, spec, ...tuned }: GeneratedProgram): readonly string[] {
  const name = declaration.name ?? '';
  const { states, templates = {}, optimized } = tuned;
  const predictors = Object.entries(spec.predictors).map(
    ([path, predictor]) => `${propertyName(path)}: ${printValue(predictor, 2, path.length + 6)}`,
  );
  const printed = Object.entries(templates).map(([path, variants]) => {
    const members = Object.entries(variants).map(
      ([model, template]) => `${propertyName(model)}: ${printTemplate(template, 3)}`,
    );
    return `${propertyName(path)}: ${stacked(['{', '}'], members, 2)}`;
  });
  const members = [
    'format: 1',
    `kind: 'program'`,
    `id: ${printValue(spec.id, 1, 6)}`,
    ...(spec.needs === undefined ? [] : [`needs: ${printValue(spec.needs, 1, 9)}`]),
    `predictors: ${stacked(['{', '}'], predictors, 1)}`,
    ...(spec.inputs === undefined ? [] : [`inputs: ${printFields(spec.inputs)}`]),
    ...(spec.outputs === undefined ? [] : [`outputs: ${printFields(spec.outputs)}`]),
    ...(states === undefined ? [] : [`states: ${printStacked(states, 1)}`]),
    ...(printed.length === 0 ? [] : [`templates: ${stacked(['{', '}'], printed, 1)}`]),
    ...(optimized === undefined ? [] : [`optimized: ${printValue(optimized, 1, 13)}`]),
  ];
  return [
    printType(declaration),
    `export const ${name}: ${name}Artifact = ${stacked(['{', '}'], members, 0)};`,
  ];
}

/** One field a line. */
function printFields(fields: readonly FieldSpec[]): string {
  return fields.length === 0 ? '[]' : printStacked(fields, 1);
}

function printType({ name = '', predictors, others }: ProgramDeclaration): string {
  const properties = new Map<string, Set<string>>();
  for (const { property, isPublic, signature, bases } of predictors) {
    if (!isPublic) continue;
    const ids = properties.get(property) ?? new Set<string>();
    for (const id of [signature, ...bases]) ids.add(id);
    properties.set(property, ids);
  }
  const lines = [...properties].map(
    ([property, ids]) => `    ${propertyName(property)}: ${flags([...ids])};\n`,
  );
  const body = lines.length === 0 ? '{}' : `{\n${lines.join('')}  }`;
  return `export interface ${name}Artifact extends ProgramArtifact<{\n  predictors: ${body};\n  others: ${flags(others)};\n}> {}`;
}

/** `{ 'src/ticket.ts#Ticket': 1 }`, on one line where it fits. */
function flags(names: readonly string[]): string {
  if (names.length === 0) return '{}';
  const members = names.map((name) => `${propertyName(name)}: 1`);
  const line = `{ ${members.join('; ')} }`;
  if (line.length + 24 <= WIDTH) return line;
  return `{\n${members.map((member) => `      ${member};\n`).join('')}    }`;
}

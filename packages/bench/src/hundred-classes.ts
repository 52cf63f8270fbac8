import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How many classes the project has. */
export const CLASSES = 100;

/**
 * Writes a project of signature classes, one a file.
 *
 * @param text of a class by its number; by default it has eight fields
 */
export function writeProject(
  project: string,
  classes = CLASSES,
  text: (index: number) => string = classText,
): void {
  mkdirSync(join(project, 'src'));
  writeFileSync(join(project, 'package.json'), '{ "name": "hundred", "type": "module" }\n');
  const compilerOptions = {
    module: 'NodeNext',
    target: 'ES2022',
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    experimentalDecorators: true,
  };
  writeFileSync(
    join(project, 'tsconfig.json'),
    `${JSON.stringify({ compilerOptions, include: ['src'] }, null, 2)}\n`,
  );
  for (let index = 0; index < classes; index++) {
    writeFileSync(join(project, `src/ticket${index}.ts`), text(index));
  }
}

/** A signature of eight fields, with a type of its own. */
export function classText(index: number): string {
  return `import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './ticket${index}.gen.js';

export interface Item${index} { sku: string; quantity?: number; notes: string[] }
enum Priority { Low = 'low', High = 'high' }

/** Route support ticket number ${index} to the team that can solve it. */
@Signature()
export class Ticket${index} {
  static readonly artifact = gen.Ticket${index};

  /** The customer's message, verbatim. */
  @InputField() message!: string;
  @InputField() channel: 'mail' | 'chat' = 'mail';
  @InputField() history?: string[];
  @InputField() items!: Item${index}[];
  @OutputField() team!: 'billing' | 'technical' | 'sales';
  /** 0 can wait, 1 is an outage. @minimum 0 @maximum 1 */
  @OutputField() urgency!: number;
  @OutputField() priority!: Priority;
  @OutputField() order?: { id: string; lines: Item${index}[] } | null;
}
`;
}

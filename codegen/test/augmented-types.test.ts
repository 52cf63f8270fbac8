import { describe, expect, it } from 'vitest';
import { Project, signature } from './project.js';

const FILES = {
  'src/item.ts': 'export interface Item {\n  sku: string;\n}\n',
  'src/more.ts': "declare module './item.js' {\n  interface Item {\n    size?: number;\n  }\n}\nexport {};\n",
};

function using(statements: string, type: string): string {
  return signature(`  @OutputField() item!: ${type};`).replace('\n', `\n${statements}\n`);
}

describe('an interface that another file adds to', () => {
  it('has the members of both where that file is imported', async () => {
    const source = using("import type { Item } from './item.js';\nimport './more.js';", 'Item');
    const { signatures } = await new Project({ 'src/ticket.ts': source, ...FILES }).plan();
    const properties = [{ name: 'sku' }, { name: 'size', optional: true }];
    expect(signatures[0]?.fields.at(-1)).toMatchObject({ name: 'item', type: { properties } });
  });

  it('is refused with the way out where it is global and in no file that is imported', async () => {
    const source = using('', 'Shared');
    const shared = 'interface Shared {\n  sku: string;\n}\n';
    const project = new Project({ 'src/ticket.ts': source, 'src/shared.d.ts': shared });
    expect((await project.plan()).diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([
      {
        code: 'SIGIL2103',
        message: expect.stringContaining("its type is 'Shared', of which no declaration was found."),
        hint: expect.stringContaining('is not read: export it and import it here'),
      },
    ]);
  });
});

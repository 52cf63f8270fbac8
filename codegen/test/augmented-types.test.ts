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
});

import { describe, expect, it } from 'vitest';
import { Project, signature } from './project.js';

const PACKAGE = {
  'node_modules/outside/package.json':
    '{ "name": "outside", "version": "1.0.0", "types": "index.d.ts", "type": "module" }',
  'node_modules/outside/index.d.ts': `
export declare enum Rank {
  First = 1,
  Second = 2,
}
export declare const enum Mode {
  Fast = 'fast',
  Slow = 'slow',
}
export interface Outside {
  rank: Rank;
  /** How fast. */
  mode?: Mode;
}
export declare class Point {
  readonly x: number;
  y: number;
  private hidden;
}
declare const modes: readonly ['a', 'b'];
export type ModeName = (typeof modes)[number];
export * from './more.js';
export default interface Standard<T = string> {
  value: T;
}
`,
  'node_modules/outside/more.d.ts': 'export type Many<T> = { items: T[] };\n',
};

const IMPORT =
  "import type Standard from 'outside';\nimport type { Many, Mode, ModeName, Outside, Point, Rank } from 'outside';\n";

describe('types of a package', () => {
  it('are read from its declarations', async () => {
    const project = new Project({
      ...PACKAGE,
      'src/ticket.ts':
        IMPORT +
        signature(`
  @OutputField() rank!: Rank;
  @OutputField() mode!: Mode.Slow | Mode.Fast;
  @OutputField() name!: ModeName;
  @OutputField() all!: Many<Outside>;
  @OutputField() point!: Point;
  @OutputField() standard!: Standard;`),
    });
    const { plan } = await project.generate();
    // Of a declaration that nobody here can change, the remark stands where it is used.
    expect(plan.diagnostics.map(({ code, file, line }) => `${code} ${file}:${line ?? 0}`)).toEqual([
      'SIGIL2309 src/ticket.ts:11',
      'SIGIL2308 src/ticket.ts:15',
    ]);
    const ranks = { kind: 'enum', values: [1, 2], members: [{ shown: 'First' }, { shown: 'Second' }] };
    const modes = {
      kind: 'enum',
      members: [{ accepted: ['Fast'] }, { accepted: ['Slow'] }],
      values: ['fast', 'slow'],
    };
    expect(plan.signatures[0]?.fields.map(({ name, type }) => [name, type])).toEqual([
      ['rank', ranks],
      [
        'mode',
        { kind: 'enum', values: ['slow', 'fast'], members: [{ accepted: ['Slow'] }, { accepted: ['Fast'] }] },
      ],
      ['name', { kind: 'enum', values: ['a', 'b'] }],
      [
        'all',
        {
          kind: 'object',
          name: 'Many_Outside',
          properties: [
            {
              name: 'items',
              type: {
                kind: 'array',
                items: {
                  kind: 'object',
                  name: 'Outside',
                  properties: [
                    { name: 'rank', type: ranks },
                    { name: 'mode', type: modes, optional: true, description: 'How fast.' },
                  ],
                },
              },
            },
          ],
        },
      ],
      [
        'point',
        {
          kind: 'object',
          name: 'Point',
          properties: [
            { name: 'x', type: { kind: 'number' } },
            { name: 'y', type: { kind: 'number' } },
          ],
        },
      ],
      [
        'standard',
        {
          kind: 'object',
          name: 'Standard_string',
          properties: [{ name: 'value', type: { kind: 'string' } }],
        },
      ],
    ]);
  });
});

import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { Project } from './project.js';

const UNWIRED = `import { OutputField, Signature } from 'sigil';

/** Judge. */
@Signature()
export class Review {
  /** The verdict. */
  @OutputField() verdict!: string;
}
`;

function git(project: Project, ...args: string[]): void {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
  execFileSync('git', [...identity, ...args], { cwd: project.root, stdio: 'ignore' });
}

describe('generate with --wire', () => {
  it('connects a class to its artifact, once', async () => {
    const project = new Project({ 'src/review.ts': UNWIRED });
    const { written, plan } = await project.generate({ wire: true });
    expect(written).toEqual(['src/review.gen.ts', 'src/review.ts']);
    expect(plan.diagnostics).toEqual([]);
    expect(plan.edits).toMatchObject([{ path: 'src/review.ts', classes: ['Review'] }]);
    expect(project.read('src/review.ts')).toBe(`import { OutputField, Signature } from 'sigil';
import * as gen from './review.gen.js';

/** Judge. */
@Signature()
export class Review {
  static readonly artifact = gen.Review;

  /** The verdict. */
  @OutputField() verdict!: string;
}
`);
    expect((await project.generate({ wire: true })).written).toEqual([]);
  });

  it('imports from a file with a quote in its name, and after a comment that goes on over lines', async () => {
    const source = UNWIRED.replace(`'sigil';`, `'sigil'; /* a\n b */`);
    const project = new Project({ "src/it's.ts": source });
    expect((await project.generate({ wire: true })).plan.diagnostics).toEqual([]);
    expect(project.read("src/it's.ts")).toContain(`/* a\n b */\nimport * as gen from './it\\'s.gen.js';\n`);
    expect((await project.generate({ wire: true })).written).toEqual([]);
  });

  it('says without --wire that the class is not connected, and edits nothing', async () => {
    const project = new Project({ 'src/review.ts': UNWIRED });
    const { written, plan } = await project.generate();
    expect(written).toEqual(['src/review.gen.ts']);
    expect(plan.diagnostics).toMatchObject([{ code: 'SIGIL2303', severity: 'warning' }]);
  });

  it.each([
    'static artifact = 5;',
    'static artifact = verdicts;',
    'static artifact: typeof gen.Review;',
    'static get artifact() { return gen.Review; }',
    'static artifact() { return gen.Review; }',
  ])('refuses what stands where the artifact should, and leaves it alone: %s', async (member) => {
    const source = UNWIRED.replace('export class Review {', `$&\n  ${member}`);
    const project = new Project({ 'src/review.ts': source });
    for (const wire of [false, true]) {
      const { written, plan } = await project.generate({ wire });
      expect(written).toEqual([]);
      expect(plan.diagnostics).toMatchObject([{ code: 'SIGIL2021', severity: 'error', line: 6 }]);
      expect(plan.diagnostics[0]?.message).toContain("wanted 'gen.Review'");
      expect(project.read('src/review.ts')).toBe(source);
    }
  });

  it('makes a class that runs', async () => {
    const project = new Project({
      'src/review.ts': UNWIRED,
      'tsconfig.json': '{ "compilerOptions": { "experimentalDecorators": true } }',
    });
    await project.generate({ wire: true });
    const { Review } = await project.load('src/review.ts');
    expect(Review.artifact.spec.id).toBe('src/review.ts#Review');
  });

  it.each([
    [
      'the style of imports: double quotes, no semicolons, no extension',
      `import { OutputField, Signature } from "sigil"\nimport { x } from "./x"\n\n@Signature()\nexport class A {\n\t@OutputField() a!: string\n}\n`,
      `import { OutputField, Signature } from "sigil"\nimport { x } from "./x"\nimport * as gen from "./a.gen"\n\n@Signature()\nexport class A {\n\tstatic readonly artifact = gen.A\n\n\t@OutputField() a!: string\n}\n`,
    ],
    [
      'Windows line ends, a byte order mark and imports of TypeScript files',
      `\uFEFFimport { OutputField, Signature } from 'sigil';\r\nimport './x.ts';\r\n@Signature()\r\nclass A {\r\n    @OutputField() a!: string;\r\n}\r\n`,
      `\uFEFFimport { OutputField, Signature } from 'sigil';\r\nimport './x.ts';\r\nimport * as gen from './a.gen.ts';\r\n@Signature()\r\nclass A {\r\n    static readonly artifact = gen.A;\r\n\r\n    @OutputField() a!: string;\r\n}\r\n`,
    ],
    [
      'a class on one line',
      `import { OutputField, Signature } from 'sigil';\n@Signature() class A { @OutputField() a!: string; }\n`,
      `import { OutputField, Signature } from 'sigil';\nimport * as gen from './a.gen.js';\n@Signature() class A { static readonly artifact = gen.A; @OutputField() a!: string; }\n`,
    ],
    [
      'an import that is there already, under its name',
      `import { OutputField, Signature } from 'sigil';\nimport * as made from './a.gen.js';\n@Signature()\nclass A {\n  @OutputField() a!: string;\n}\n`,
      `import { OutputField, Signature } from 'sigil';\nimport * as made from './a.gen.js';\n@Signature()\nclass A {\n  static readonly artifact = made.A;\n\n  @OutputField() a!: string;\n}\n`,
    ],
    [
      'a file that uses the name already, with two classes, one of them connected',
      `import { OutputField, Signature } from 'sigil';\nimport { gen } from './gen.js';\nimport { A as made } from './a.gen.js';\n@Signature()\nclass A {\n  static readonly artifact = made;\n  @OutputField() a!: string;\n}\n@Signature()\nclass B {\n\n  // first\n  @OutputField() a!: string;\n}\n`,
      `import { OutputField, Signature } from 'sigil';\nimport { gen } from './gen.js';\nimport { A as made } from './a.gen.js';\nimport * as gen2 from './a.gen.js';\n@Signature()\nclass A {\n  static readonly artifact = made;\n  @OutputField() a!: string;\n}\n@Signature()\nclass B {\n  static readonly artifact = gen2.B;\n\n\n  // first\n  @OutputField() a!: string;\n}\n`,
    ],
  ])('keeps %s', async (_, before, after) => {
    const project = new Project({ 'src/a.ts': before });
    await project.generate({ wire: true });
    expect(project.read('src/a.ts')).toBe(after);
    expect((await project.generate({ wire: true })).written).toEqual([]);
  });

  it.each([
    ['several lines', (text: string) => text],
    ['Windows line ends and a byte order mark', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    ['one line', (text: string) => text.replaceAll(/\n(?! \*)/gu, ' ')],
    ['an import already', (text: string) => `import * as gen from './a.gen.js';\n${text}`],
  ])('says where its warnings are in the file as it leaves it: %s', async (_, write) => {
    const source = `import { OutputField, Signature } from 'sigil';
@Signature()
/** Between decorator and class. */
class A {  loose!: string;
  @OutputField() a!: string;
}
@Signature()
class B {
  loose!: string;
  @OutputField() b!: { /** Stray.
 * text
 */ c: string };
}
`;
    const project = new Project({ 'src/a.ts': write(source), 'src/b.ts': UNWIRED });
    const { diagnostics } = (await project.generate({ wire: true })).plan;
    expect(diagnostics.map(({ code }) => code)).toEqual(['SIGIL2301', 'SIGIL2302', 'SIGIL2302', 'SIGIL2301']);
    expect(diagnostics).toEqual((await project.plan()).diagnostics);
  });

  it('says where its errors are in the file that it leaves alone', async () => {
    const project = new Project({ 'src/review.ts': UNWIRED.replace('verdict!: string', 'verdict!: RegExp') });
    const { plan, written } = await project.generate({ wire: true });
    expect(written).toEqual([]);
    expect(plan.diagnostics).toMatchObject([{ code: 'SIGIL2101', line: 7, column: 28 }]);
  });

  it('refuses a file with edits that are not committed, unless forced', async () => {
    const project = new Project({ 'src/review.ts': UNWIRED, 'src/other.ts': UNWIRED });
    git(project, 'init');
    git(project, 'add', 'src');
    git(project, 'commit', '-m', 'a');
    project.write({ 'src/review.ts': `${UNWIRED}// an edit\n` });
    const refused = await project.generate({ wire: true });
    expect(refused.written).toEqual([]);
    expect(refused.plan.diagnostics).toMatchObject([
      { code: 'SIGIL2401', severity: 'error', file: 'src/review.ts' },
    ]);
    expect(project.read('src/review.ts')).toBe(`${UNWIRED}// an edit\n`);
    const forced = await project.generate({ wire: true, force: true });
    expect(forced.written).toContain('src/review.ts');
  });

  it('wires a new file that git does not know yet', async () => {
    const project = new Project({ 'src/review.ts': UNWIRED });
    git(project, 'init');
    expect((await project.generate({ wire: true })).written).toContain('src/review.ts');
  });
});

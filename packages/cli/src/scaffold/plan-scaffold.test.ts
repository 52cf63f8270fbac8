import { afterEach, describe, expect, it } from 'vitest';
import { bareProject, temporaryProject, type TemporaryProject } from '../fixtures/temporary-project.js';
import { planScaffold } from './plan-scaffold.js';

let project: TemporaryProject;
afterEach(() => project.remove());

function changesOf(files: Readonly<Record<string, string>>, hasConfig = false): ReadonlyMap<string, string> {
  project = temporaryProject(files);
  return new Map(
    planScaffold(project.root, hasConfig).changes.map((change) => [change.file, change.content]),
  );
}

describe('planScaffold', () => {
  it('switches decorators on and keeps every other byte of the tsconfig, comments included', () => {
    const tsconfig = `{
  // what we compile to
  "compilerOptions": {
    /* modules */
    "module": "NodeNext",
    "strict": true, // always
  },
  "include": ["src"] // and nothing else
}
`;
    const changed = changesOf({ ...bareProject, 'tsconfig.json': tsconfig }).get('tsconfig.json');
    expect(changed).toBe(
      tsconfig.replace(
        '"compilerOptions": {\n',
        '"compilerOptions": {\n    "experimentalDecorators": true,\n',
      ),
    );
  });

  it.each([
    ['said so already', '{ "compilerOptions": { "experimentalDecorators": true } }', {}],
    ['said no', '{ "compilerOptions": { "experimentalDecorators": false } }', {}],
    [
      'inherits it',
      '{ "extends": ["./base"] }',
      { 'base.json': '{ "compilerOptions": { "experimentalDecorators": true } }' },
    ],
  ])('leaves a tsconfig alone that %s', (_, tsconfig, others) => {
    const changes = changesOf({ ...bareProject, ...others, 'tsconfig.json': tsconfig });
    expect([...changes.keys()].filter((file) => file.endsWith('.json'))).toEqual(['package.json']);
  });

  it('edits the tsconfig that covers src where the top one only references others', () => {
    const changes = changesOf({
      ...bareProject,
      'tsconfig.json':
        '{ "files": [], "references": [{ "path": "./tsconfig.node.json" }, { "path": "./tsconfig.app.json" }] }',
      'tsconfig.node.json': '{ "compilerOptions": {}, "include": ["vite.config.ts"] }',
      'tsconfig.app.json': '{ "compilerOptions": { "jsx": "react-jsx" }, "include": ["src"] }',
    });
    expect(changes.has('tsconfig.json')).toBe(false);
    expect(changes.has('tsconfig.node.json')).toBe(false);
    expect(changes.get('tsconfig.app.json')).toContain('"experimentalDecorators": true');
  });

  it('adds what is missing to files that are there, in their own style', () => {
    const changes = changesOf({
      ...bareProject,
      'package.json': '{\r\n\t"scripts": {\r\n\t\t"sigil:check": "sigil check --tuned error"\r\n\t}\r\n}\r\n',
      '.gitignore': 'node_modules',
      '.gitattributes': '*.opt.json text eol=lf\n',
      '.prettierignore': 'dist\n',
    });
    expect(changes.get('package.json')).toBe(
      '{\r\n\t"scripts": {\r\n\t\t"sigil:check": "sigil check --tuned error",\r\n\t\t"sigil:generate": "sigil generate"\r\n\t}\r\n}\r\n',
    );
    expect(changes.get('.gitignore')).toBe('node_modules\n.sigil/\n');
    expect(changes.get('.gitattributes')).toBe(
      '*.opt.json text eol=lf\n*.gen.ts linguist-generated=true text eol=lf\n',
    );
    expect(changes.get('.prettierignore')).toBe('dist\n*.gen.ts\n');
  });

  it('never writes over a file of the user', () => {
    project = temporaryProject({ ...bareProject, 'src/review.ts': 'export const mine = 1;\n' });
    const plan = planScaffold(project.root, false);
    expect(plan.kept).toEqual(['src/review.ts']);
    expect(plan.changes.map((change) => change.file)).not.toContain('src/review.ts');
  });

  it('puts no first signature into a project that has a configuration', () => {
    const changes = changesOf({ ...bareProject, 'sigil.config.ts': 'export default {};\n' }, true);
    expect([...changes.keys()]).toEqual(['tsconfig.json', 'package.json', '.gitattributes', '.gitignore']);
  });
});

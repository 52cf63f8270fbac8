import type { ClassDeclaration } from '../declaration/class-declaration.js';
import type { ProgramDeclaration } from '../declaration/program-declaration.js';
import type { SourceDeclaration } from '../declaration/source-declaration.js';
import { generatedPath } from '../sources/source-paths.js';
import type { Finding } from './diagnostic.js';
import type { Rule } from './rule.js';

/** The static member `artifact` of a signature or a program is what was generated for the class, and nothing else. */
export const artifactMember: Rule = {
  code: 'SIGIL2021',
  severity: 'error',
  check: (source) =>
    [...source.classes, ...source.programs]
      .filter(({ decorators }) => decorators.length > 0)
      .flatMap((declaration) => judge(declaration, source)),
};

function judge(
  { name, artifactMember: member }: ClassDeclaration | ProgramDeclaration,
  { file, wiring }: SourceDeclaration,
): readonly Finding[] {
  if (name === undefined || member === undefined) return [];
  // Which of the generated files it is, the compiler knows: no other has the name.
  const isGenerated = /\.gen(?:\.[cm]?[jt]s)?$/u.test(member.artifact?.module ?? '');
  if (isGenerated && member.artifact?.name === name) return [];
  const generated = (generatedPath(file).split('/').at(-1) ?? '').replace(/\.[cm]?ts$/u, '');
  const namespace = wiring.namespace ?? 'gen';
  const line = `import * as ${namespace} from './${generated}${wiring.extension}'`;
  const ofOther = member.artifact === undefined ? '' : ` from '${member.artifact.module}'`;
  return [
    {
      place: member.place,
      message: `Cannot compile class '${name}': its static member 'artifact' is ${member.found}${ofOther}, wanted '${namespace}.${name}', which is generated for it.`,
      hint: `write 'static readonly artifact = ${namespace}.${name}'${wiring.namespace === undefined ? ` and "${line}"` : ''}, or take the member away and run 'sigil generate --wire'`,
    },
  ];
}

import { ts } from '../ts-morph.js';
import type {
  PredictorDeclaration,
  ProgramDeclaration,
  Unseen,
} from '../../declaration/program-declaration.js';
import { namePath } from '../../program/predictor-path.js';
import { signatureId } from '../../sources/source-paths.js';
import { readArtifactMember } from '../artifact-member.js';
import type { DecoratorFinder } from '../decorators.js';
import type { PlaceOf } from '../place-of.js';
import { readDoc } from '../read-doc.js';
import { keywordOf } from '../read-class.js';
import { ClassKinds } from './class-kind.js';
import { neededArguments } from './needed-arguments.js';
import { PredictorMentions } from './mentions-predictor.js';
import { bare, namedBy } from './named-class.js';
import { notFoundHint } from './not-exported.js';
import type { ProgramReader } from './program-reader.js';
import type { FoundPredictor, ProgramFindings } from './program-walk.js';
import { othersOf } from './others-of.js';
import { propertiesOf } from './properties.js';
import { readForward } from './read-forward.js';
import { readModule } from './read-module.js';
import { signatureFinder } from './signature-of.js';

/** What the reader of programs is given. */
export interface ProgramSources {
  readonly checker: ts.TypeChecker;
  /** The declarations that stand for the package `sigil`. */
  readonly standIn: ts.SourceFile;
  readonly decoratorsOf: DecoratorFinder;
  readonly placeOf: PlaceOf;
  readonly onVisit: (node: ts.Node) => void;
}

/** Reads the classes with `@Program()` among some, with their predictors by path. */
export class Programs {
  readonly #sources: ProgramSources;
  readonly #reader: ProgramReader;

  constructor(sources: ProgramSources) {
    const { checker, standIn, decoratorsOf, placeOf, onVisit } = sources;
    const at = (node: ts.Node) => placeOf(node.getSourceFile(), node.getStart(), node.getEnd());
    const kinds = new ClassKinds(checker, standIn);
    const signatureOf = signatureFinder(checker, kinds, decoratorsOf, at, onVisit);
    this.#sources = sources;
    this.#reader = {
      checker,
      kinds,
      mentions: new PredictorMentions(checker, kinds, (node) => 'id' in signatureOf(node)),
      signatureOf,
      at,
      onVisit,
      programIdOf: (node) => {
        // A class without an artifact of its own has that of its base.
        const isProgram = (type: ts.Node) => decoratorsOf(type).some(({ name }) => name === 'Program');
        const marked = kinds.chainOf(node).classes.findLast(isProgram);
        return marked?.name === undefined ? undefined : signatureId(at(marked).file, marked.name.text);
      },
    };
  }

  /** @returns undefined for a class without `@Program` */
  read(node: ts.ClassLikeDeclaration): ProgramDeclaration | undefined {
    const decorators = this.#sources.decoratorsOf(node).filter(({ name }) => name === 'Program');
    if (decorators.length === 0) return undefined;
    const { at } = this.#reader;
    const findings: ProgramFindings = { predictors: [], unseen: [] };
    const baseProblem = this.#baseProblem(node);
    if (baseProblem === undefined)
      readModule(node, { reader: this.#reader, findings, path: '', within: [], readModule });
    const name = node.name?.text;
    const artifactMember = readArtifactMember(node, at);
    return {
      ...(name === undefined ? {} : { name }),
      place: at(node.name ?? keywordOf(node)),
      isExpression: ts.isClassExpression(node),
      decorators: decorators.map(({ place, called, argumentCount }) => ({ place, called, argumentCount })),
      ...(baseProblem === undefined ? {} : { baseProblem }),
      needs: neededArguments(this.#reader.kinds.chainOf(node).classes),
      predictors: this.#withProperties(node, findings.predictors),
      others: othersOf(node, this.#reader),
      unseen: withoutEchoes(findings.unseen),
      ...(baseProblem === undefined
        ? readForward(node, this.#reader, (part) => readDoc(part, this.#sources.placeOf))
        : {}),
      hasArtifact: artifactMember !== undefined,
      ...(artifactMember === undefined ? {} : { artifactMember }),
    };
  }

  #baseProblem(node: ts.ClassLikeDeclaration): Unseen | undefined {
    const { at, kinds } = this.#reader;
    const { kind, broken } = kinds.chainOf(node);
    if (kind === 'module') return undefined;
    if (broken !== undefined && !isWritten(broken, this.#reader.checker)) {
      return {
        place: at(broken),
        at: '',
        found: `the base class '${bare(broken).getText()}', which a function makes`,
        hint: `write the class out: 'class ${node.name?.text ?? 'Support'} extends Module', with its predictors`,
      };
    }
    if (broken !== undefined) {
      return {
        place: at(broken),
        at: '',
        found: `the base class '${bare(broken).getText()}', whose declaration was not found`,
        hint: notFoundHint(bare(broken), this.#reader.checker),
      };
    }
    return {
      place: at(node.name ?? keywordOf(node)),
      at: '',
      found: 'a class that does not extend Module',
      hint: `write 'class ${node.name?.text ?? 'Support'} extends Module'`,
    };
  }

  #withProperties(
    node: ts.ClassLikeDeclaration,
    predictors: readonly FoundPredictor[],
  ): readonly PredictorDeclaration[] {
    const names = propertiesOf(node, this.#reader.kinds);
    return predictors.map((predictor) => {
      const property = names.find(({ name }) => {
        const start = namePath('', name);
        return (
          predictor.path === start ||
          (/^[.[]/u.test(predictor.path.slice(start.length)) && predictor.path.startsWith(start))
        );
      });
      return { ...predictor, property: property?.name ?? '', isPublic: property?.isPublic ?? false };
    });
  }
}

/** False for a class that is made: `Mixed(Module)`, or a constant that is. */
function isWritten(base: ts.Expression, checker: ts.TypeChecker): boolean {
  const node = bare(base);
  return !ts.isCallExpression(node) && namedBy(node, checker)?.kind !== 'other';
}

/** One mistake is said once: a property that the constructor sets is told of there. */
function withoutEchoes(unseen: readonly Unseen[]): readonly Unseen[] {
  const built = new Set(unseen.filter(({ found }) => found.includes('is built in')).map(({ at }) => at));
  const said = new Set<string>();
  return unseen.filter(({ place, at, found }) => {
    if (found === 'a predictor without an initializer' && built.has(at)) return false;
    const key = `${place.file} ${place.line} ${place.column} ${found}`;
    if (said.has(key)) return false;
    said.add(key);
    return true;
  });
}

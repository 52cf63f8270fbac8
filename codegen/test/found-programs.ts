import { FORWARD, MAIN, P, program } from './program-form.js';

/** Programs whose predictors the compiler finds where a walk of an instance does. */
export const FOUND: Readonly<Record<string, readonly [source: string, predictors: readonly string[]]>> = {
  plain: [program(`a = ${P};`), ['a Ask']],
  okCtor: [
    program(
      `a = ${P}; steps = [${P}]; log: string[] = []; count; options: any; constructor(options: object = {}, private readonly name = 'x') { super(); this.log.push('x'); this.count = this.steps.length; this.options = options; Object.assign(this, { z: 1 }); this.setup(); void String(this); } setup() { void this.a; this.options = { ...this.options, n: this.steps.length }; }`,
    ),
    ['a Ask', 'steps[0] Ask'],
  ],
  okRun: [
    program(
      `a = ${P}; last: any; async go() { this.last = await this.a.run({ text: 'x' }); this.last = await support.run({ text: 'x' }); }`,
      MAIN,
      `class Inner extends Module { p = ${P}; ${FORWARD} } const support = new Inner();`,
    ),
    ['a Ask'],
  ],
  okData: [
    program(
      `a = new Predict(Ask, options()); data = load(); names = ['x', 'y'].map((one) => one + '!'); store = new Store(Ask); when = new Date(); re = /x/; fn = (x: number) => x + 1;`,
      MAIN,
      `const options = () => ({ settings: {} }); const load = () => JSON.parse('{}'); class Store { constructor(readonly c: object) {} }`,
    ),
    ['a Ask'],
  ],
  okPackage: [program(`a = ${P}; b = new Box(Ask);`, MAIN, `import { Box } from 'lib';`), ['a Ask']],
  okBound: [
    program(`a = ${P}; b = this.a.run.bind(this.a); c = async () => this.a.run({ text: 'x' });`),
    ['a Ask'],
  ],
  getter: [program(`a = ${P}; get b() { return this.a; }`), ['a Ask']],
  setter: [program(`a = ${P}; set b(x: any) { this.a = x; }`), ['a Ask']],
  computedConst: [program(`['a'] = ${P};`), ['a Ask']],
  computedTemplate: [program('[`a`] = ' + P + ';'), ['a Ask']],
  computedNumber: [program(`[7] = ${P};`), ['["7"] Ask']],
  overridden: [
    program(
      `override a = new Predict(Judge);`,
      'export class Main extends Base',
      `class Base extends Module { a = ${P}; b = ${P}; ${FORWARD} }`,
    ),
    ['a Judge', 'b Ask'],
  ],
  overriddenData: [
    program(
      `override a: any = 3;`,
      'export class Main extends Base',
      `class Base extends Module { a: any = ${P}; b = ${P}; ${FORWARD} }`,
    ),
    ['b Ask'],
  ],
  overriddenUndefined: [
    program(
      `override a: any;`,
      'export class Main extends Base',
      `class Base extends Module { a: any = ${P}; ${FORWARD} }`,
    ),
    [],
  ],
  overriddenDeclare: [
    program(
      `declare a: Predict<typeof Ask>;`,
      'export class Main extends Base',
      `class Base extends Module { a = ${P}; ${FORWARD} }`,
    ),
    ['a Ask'],
  ],
  overriddenGetter: [
    program(
      `get a(): any { return 1; }`,
      'export class Main extends Base',
      `class Base extends Module { a: any = ${P}; ${FORWARD} }`,
    ),
    ['a Ask'],
  ],
  baseGetter: [
    program(
      `a = ${P};`,
      'export class Main extends Base',
      `class Base extends Module { get a(): any { return 1; } set a(x: any) {} ${FORWARD} }`,
    ),
    ['a Ask'],
  ],
  baseAbstract: [
    program(
      `a = ${P};`,
      'export class Main extends Base',
      `abstract class Base extends Module { abstract a: Predict<typeof Ask>; b = new Predict(Judge); ${FORWARD} }`,
    ),
    ['b Judge', 'a Ask'],
  ],
  basePrivateSame: [
    program(
      `b = ${P};`,
      'export class Main extends Base',
      `class Base extends Module { private a = ${P}; ${FORWARD} }`,
    ),
    ['a Ask', 'b Ask'],
  ],
  generic: [program(`a = ${P};`, 'export class Main<T> extends Module'), ['a Ask']],
  genericBase: [
    program(
      `b = ${P};`,
      'export class Main extends Base<string>',
      `class Base<T> extends Module { a = ${P}; data?: T; ${FORWARD} }`,
    ),
    ['a Ask', 'b Ask'],
  ],
  genericNew: [
    program(
      `b = new Inner<string>();`,
      MAIN,
      `class Inner<T> extends Module { a = ${P}; data?: T; ${FORWARD} }`,
    ),
    ['b.a Ask'],
  ],
  genericPredict: [program(`b = new Predict<typeof Ask>(Ask);`), ['b Ask']],
  classExprBase: [
    program(
      `b = ${P};`,
      'export class Main extends (class extends Module { a = ' + P + '; ' + FORWARD + ' })',
    ),
    ['a Ask', 'b Ask'],
  ],
  constClassBase: [
    program(
      `b = ${P};`,
      'export class Main extends Base',
      `const Base = class extends Module { a = ${P}; ${FORWARD} };`,
    ),
    ['a Ask', 'b Ask'],
  ],
  reexported: [program(`a = new Inner();`, MAIN, `import { Inner } from './barrel.js';`), ['a.p Ask']],
  reexportedStar: [program(`a = new ns.Inner();`, MAIN, `import { ns } from './barrel.js';`), ['a.p Ask']],
  reexportedDefault: [program(`a = new D();`, MAIN, `import { D } from './barrel.js';`), ['a.q Ask']],
  reexportedPredict: [
    program(`a = new Foretell(Ask);`, MAIN, `import { Foretell } from './barrel.js';`),
    ['a Ask'],
  ],
  reexportedBase: [
    program(`b = ${P};`, 'export class Main extends Inner', `import { Inner } from './barrel.js';`),
    ['p Ask', 'b Ask'],
  ],
  aliasPredict: [program(`a = new Alias(Ask);`, MAIN, `const Alias = Predict;`), ['a Ask']],
  aliasPredictImport: [
    program(`a = new Alias(Ask);`, MAIN, `import { Predict as Alias } from 'sigil';`),
    ['a Ask'],
  ],
  aliasNs: [program(`a = new sigil.Predict(Ask);`), ['a Ask']],
  aliasImportEquals: [program(`a = new Alias(Ask);`, MAIN, `import Alias = sigil.Predict;`), ['a Ask']],
  subPredict: [program(`a = new Sub(Ask);`, MAIN, `class Sub extends Predict<typeof Ask> {}`), ['a Ask']],
  subPredictField: [
    program(`a = new Sub(Ask);`, MAIN, `class Sub extends Predict<typeof Ask> { inner = ${P}; }`),
    ['a Ask'],
  ],
  twoPrograms: [
    program(
      `a = new Other();`,
      MAIN,
      `@Program() export class Other extends Module { static readonly artifact: any = gen.Other; x = ${P}; ${FORWARD} }`,
    ),
    ['a.x Ask'],
  ],
  threeDeep: [
    program(
      `a = new L1();`,
      MAIN,
      `class L3 extends Module { p = ${P}; ${FORWARD} } class L2 extends Module { l3 = [new L3()]; ${FORWARD} } class L1 extends Module { 'l 2' = { x: new L2() }; ${FORWARD} }`,
    ),
    ['a["l 2"].x.l3[0].p Ask'],
  ],
  twoNames: [program(`a = ${P}; b = this.a;`), ['a Ask']],
  twoNamesFirst: [program(`b = { y: 1 }; a = ${P}; c = [this.a]; d = { e: this.a };`), ['a Ask']],
  twoNamesModule: [
    program(
      `a = new Inner(); b = this.a; c = this.a.p;`,
      MAIN,
      `class Inner extends Module { p = ${P}; ${FORWARD} }`,
    ),
    ['a.p Ask'],
  ],
  optionalInit: [program(`a?: Predict<typeof Ask> = ${P};`), ['a Ask']],
  optionalEmpty: [program(`a?: Predict<typeof Ask> = undefined;`), []],
  optionalUndef: [program(`a: Predict<typeof Ask> | undefined = undefined;`), []],
  typeAliasField: [program(`a!: Alias;`, MAIN, `type Alias = Predict<typeof Ask>;`), []],
  typeIfaceField: [program(`a!: Parts;`, MAIN, `interface Parts { p: Predict<typeof Ask>; }`), []],
  returnTypeField: [program(`a!: ReturnType<typeof make>;`, MAIN, `const make = () => ${P};`), []],
  satisfies: [program(`a = ${P} satisfies object;`), ['a Ask']],
  nonNull: [program(`a = (${P})!;`), ['a Ask']],
  angle: [program(`a = <any>${P};`), ['a Ask']],
  hole: [program(`a = [, ${P}];`), ['a[1] Ask']],
  dupKey: [program(`a = { x: ${P}, y: 1, x: new Predict(Judge) } as any;`), ['a.x Judge']],
  dupMember: [program(`a: any = ${P}; b = ${P}; a: any = new Predict(Judge);`), ['a Judge', 'b Ask']],
  recordMethodShared: [program(`a = { x() { return shared; } };`, MAIN, `const shared = ${P};`), []],
  dataClass: [program(`a = new Data();`, MAIN, `class Data { x = 1; }`), []],
  dataClassBuildsInCtor: [
    program(
      `a = new Data();`,
      MAIN,
      `class Data { x: any; constructor() { this.x = make(); } } function make() { return ${P}; }`,
    ),
    [],
  ],
  moduleArgSelf: [
    program(
      `p = ${P}; a = new Inner(this.p);`,
      MAIN,
      `class Inner extends Module { constructor(readonly q: any) { super(); } ${FORWARD} }`,
    ),
    ['p Ask'],
  ],
  moduleArgSelfFirst: [
    program(
      `zz = new Inner(this); p = ${P};`,
      MAIN,
      `class Inner extends Module { constructor(readonly q: any) { super(); } ${FORWARD} }`,
    ),
    ['p Ask'],
  ],
  moduleAnon: [program(`a = new (class extends Module { p = ${P}; ${FORWARD} })();`), ['a.p Ask']],
  arrowProp: [program(`a = ${P}; run2 = async () => this.a;`), ['a Ask']],
  declared: [program(`declare a: Predict<typeof Ask>;`), []],
  decoratedProp: [program(`@dec a = ${P};`, MAIN, `const dec: any = () => undefined;`), ['a Ask']],
  constAssert: [program(`a = [${P}, { b: ${P} }] as const;`), ['a[0] Ask', 'a[1].b Ask']],
  nestedMany: [program(`a = [[[${P}]], { b: [{ c: ${P} }] }];`), ['a[0][0][0] Ask', 'a[1].b[0].c Ask']],
  importedUnknownPackage: [program(`a = lib();`, MAIN, `import { lib } from 'lib';`), []],
  protoAssign: [program(`a = ${P};`) + `(Main.prototype as any).b = ${P};`, ['a Ask']],
  objectSpreadThis: [program(`x = { p: ${P} }; a = { ...this.x };`), ['x.p Ask']],
  spreadDataOnly: [program(`a = [...[1, 2]]; b = ${P};`), ['b Ask']],
  thisMethodArray: [program(`x = ${P}; a = [this.x].concat([]);`), ['x Ask']],
  thisMap: [program(`x = [${P}]; a = this.x.map((one) => one); b = this.x.slice();`), ['x[0] Ask']],
  bind: [program(`x = ${P}; a = this.x.run.bind(this.x);`), ['x Ask']],
};

/** An expression that builds a predictor. */
export const P = 'new Predict(Ask)';
const MAIN = 'export class Main extends Module';
const FORWARD = 'forward(inputs: { text: string }): object { return inputs; }';

/** A program class with these members, and what stands before it. */
const program = (members: string, head = MAIN, before = ''): string => `${before}
@Program()
${head} {
  static readonly artifact: any = gen.Main;
${members}
  ${FORWARD}
}
`;

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

/** Programs that are refused, each with what was found. */
export const REFUSED: Readonly<Record<string, readonly [source: string, found: string]>> = {
  ctorAlias: [
    program(`a = ${P}; b: any; constructor() { super(); this.b = this.a; }`),
    'another name for a predictor, which the constructor gives',
  ],
  selfAndOptionalParent: [
    program(`a = ${P}; self: any = this; parent?: Main;`),
    'a predictor without an initializer',
  ],
  optionalModule: [
    program(`a = ${P}; child?: Main; children: Main[] = [];`),
    'a predictor without an initializer',
  ],
  overriddenAlias: [
    program(
      `override a: any = this.b;`,
      'export class Main extends Base',
      `class Base extends Module { a: any = 1; b = ${P}; ${FORWARD} }`,
    ),
    "another name for what 'b' holds, which comes before it in an instance",
  ],
  overriddenRecordAlias: [
    program(
      `override a: any = { x: this.b };`,
      'export class Main extends Base',
      `class Base extends Module { a: any = 1; b = ${P}; ${FORWARD} }`,
    ),
    "another name for what 'b' holds, which comes before it in an instance",
  ],
  ctorReverse: [
    program(`a = [${P}, new Predict(Judge)]; constructor() { super(); this.a.reverse(); }`),
    'a predictor that the constructor moves',
  ],
  ctorInner: [
    program(
      `a = new Inner();`,
      MAIN,
      `class Inner extends Module { p: any = ${P}; constructor() { super(); this.p = null; } ${FORWARD} }`,
    ),
    'a predictor that the constructor replaces',
  ],
  ctorOuterReplaces: [
    program(
      `a: any = new Inner(); constructor() { super(); this.a.p = null; }`,
      MAIN,
      `class Inner extends Module { p: any = ${P}; ${FORWARD} }`,
    ),
    'a predictor that the constructor replaces',
  ],
  ctorBase: [
    program(
      `b = ${P};`,
      'export class Main extends Base',
      `class Base extends Module { a: any = ${P}; constructor() { super(); this.a = null; } ${FORWARD} }`,
    ),
    'a predictor that the constructor replaces',
  ],
  getterBuilds: [program(`get b() { return ${P}; }`), "a predictor that is built in 'b'"],
  getterLazy: [
    program(`#b?: Predict<typeof Ask>; get b() { return (this.#b ??= ${P}); }`),
    'a predictor in the private name #b',
  ],
  privateHash: [program(`#a = ${P};`), 'a predictor in the private name #a'],
  privateHashHolder: [program(`#a = [${P}];`), 'a predictor in the private name #a'],
  staticMember: [program(`static a = ${P};`), 'a predictor in a static property'],
  staticBlock: [program(`static { (this as any).x = ${P}; }`), 'a predictor that is built in a static block'],
  staticUsed: [program(`static a = ${P}; b = Main.a;`), 'a predictor in a static property'],
  spreadConst: [
    program(`a = [...list];`, MAIN, `const list = [${P}];`),
    'a spread in an array of predictors',
  ],
  spreadLiteral: [program(`a = [...[${P}]];`), 'a spread in an array of predictors'],
  arrayFrom: [
    program(`a = Array.from({ length: 2 }, () => ${P});`),
    "a predictor that comes from a call of 'Array.from'",
  ],
  arrayFromNamed: [
    program(`a = Array.from({ length: 2 }, make);`, MAIN, `const make = () => ${P};`),
    "a predictor that comes from a call of 'Array.from'",
  ],
  arrayOf: [program(`a = Array.of(${P});`), "a predictor that comes from a call of 'Array.of'"],
  newArray: [program(`a = new Array(${P}, ${P});`), 'predictors in an Array'],
  fill: [
    program(`a = new Array(2).fill(${P});`),
    "a predictor that comes from a call of 'new Array(2).fill'",
  ],
  mapCall: [
    program(`a = [Ask, Judge].map((one) => new Predict(one as any));`),
    "a predictor that comes from a call of '[Ask, Judge].map'",
  ],
  mapCall2: [
    program(
      `a = ['x'].map(helper);`,
      MAIN,
      `function helper(x: string) { return build(x); } function build(x: string) { return ${P}; }`,
    ),
    "a predictor that comes from a call of '['x'].map'",
  ],
  objectFrom: [
    program(`a = Object.fromEntries([['x', ${P}]]);`),
    "a predictor that comes from a call of 'Object.fromEntries'",
  ],
  objectAssign: [
    program(`a = Object.assign({}, { x: ${P} });`),
    "a predictor that comes from a call of 'Object.assign'",
  ],
  objectFreeze: [
    program(`a = Object.freeze({ x: ${P} });`),
    "a predictor that comes from a call of 'Object.freeze'",
  ],
  objectCreate: [
    program(`a = Object.assign(Object.create(null), { x: ${P} });`),
    "a predictor that comes from a call of 'Object.assign'",
  ],
  computedVar: [program(`[key] = ${P};`, MAIN, `const key = 'k';`), 'a predictor under a computed name'],
  computedEnum: [program(`[K.A] = ${P};`, MAIN, `enum K { A = 'k' }`), 'a predictor under a computed name'],
  computedSymbol: [program(`[Symbol.iterator] = ${P};`), 'a predictor under a computed name'],
  computedNegative: [program(`[-7] = ${P};`), 'a predictor under a computed name'],
  computedRecord: [
    program(`a = { [key]: ${P} };`, MAIN, `const key = 'k';`),
    'a predictor under a computed name',
  ],
  conditional: [
    program(`a = flag ? ${P} : new Predict(Judge);`, MAIN, 'const flag = true;'),
    'a predictor on a condition',
  ],
  conditionalNull: [
    program(`a = flag ? ${P} : null;`, MAIN, 'const flag = true;'),
    'a predictor on a condition',
  ],
  logical: [program(`a = flag && ${P};`, MAIN, 'const flag = true;'), "a predictor behind '&&'"],
  nullish: [program(`a = given ?? ${P};`, MAIN, 'const given: any = undefined;'), "a predictor behind '??'"],
  comma: [program(`a = (0, ${P});`), "a predictor behind ','"],
  assignInInit: [program(`b: any; a = (this.b = ${P});`), "a predictor behind '='"],
  chainAssign: [program(`a: any; b = this.a = ${P};`), "a predictor behind '='"],
  ctor: [
    program(`a; constructor() { super(); this.a = ${P}; }`),
    'a predictor that is built in the constructor',
  ],
  ctorHelper: [
    program(`a: any; constructor() { super(); this.a = make(); }`, MAIN, `function make() { return ${P}; }`),
    'a predictor that the constructor puts there',
  ],
  ctorElement: [
    program(`constructor() { super(); (this as any)['a'] = ${P}; }`),
    'a predictor that is built in the constructor',
  ],
  ctorAssign: [
    program(`constructor() { super(); Object.assign(this, { a: ${P} }); }`),
    'a predictor that is built in the constructor',
  ],
  ctorAssignHelper: [
    program(
      `constructor() { super(); Object.assign(this, make()); }`,
      MAIN,
      `function make() { return { a: ${P} }; }`,
    ),
    'a predictor that the constructor puts there',
  ],
  ctorPush: [
    program(`a: any[] = []; constructor() { super(); this.a.push(${P}); }`),
    'a predictor that is built in the constructor',
  ],
  ctorDelete: [
    program(`a? = ${P}; constructor() { super(); delete this.a; }`),
    'a predictor that the constructor removes',
  ],
  ctorOverwrite: [
    program(`a: any = ${P}; constructor() { super(); this.a = undefined; }`),
    'a predictor that the constructor replaces',
  ],
  ctorOverwriteOther: [
    program(`a: any = ${P}; b = new Predict(Judge); constructor() { super(); this.a = this.b; }`),
    'another name for a predictor, which the constructor gives',
  ],
  ctorParam: [
    program(`constructor(readonly a = ${P}) { super(); }`),
    'a predictor that is built in the constructor',
  ],
  ctorParamUntyped: [
    program(`constructor(readonly a = make()) { super(); }`, MAIN, `const make = () => ${P};`),
    'a predictor that is given to the constructor',
  ],
  ctorParamType: [
    program(
      `constructor(readonly a: Predict<typeof Ask> = make()) { super(); }`,
      MAIN,
      `const make = () => ${P};`,
    ),
    'a predictor that is given to the constructor',
  ],
  ctorParamAny: [
    program(`constructor(readonly a: any = shared) { super(); }`, MAIN, `const shared = ${P};`),
    'a predictor that is given to the constructor',
  ],
  initMethod: [
    program(`a: any; constructor() { super(); this.init(); } init() { this.a = ${P}; }`),
    "a predictor that is built in 'init'",
  ],
  initHelperMethod: [
    program(`a = this.make(); make() { return ${P}; }`),
    "a predictor that comes from a call of 'this.make'",
  ],
  helper: [
    program(`a = make();`, MAIN, `function make() { return ${P}; }`),
    "a predictor that comes from a call of 'make'",
  ],
  helperImported: [
    program(`a = made();`, MAIN, `import { made } from './making.js';`),
    "a predictor that comes from a call of 'made'",
  ],
  helperImportedConst: [
    program(`a = madeOne;`, MAIN, `import { madeOne } from './making.js';`),
    "'madeOne', a predictor that is built elsewhere",
  ],
  helperImportedRecord: [
    program(`a = makers.one();`, MAIN, `import { makers } from './making.js';`),
    "a predictor that comes from a call of 'makers.one'",
  ],
  helperImportedNs: [
    program(`a = h.made();`, MAIN, `import * as h from './making.js';`),
    "a predictor that comes from a call of 'h.made'",
  ],
  helperDeep: [
    program(`a = deeper();`, MAIN, `import { deeper } from './making.js';`),
    "a predictor that comes from a call of 'deeper'",
  ],
  helperGeneric: [
    program(`a = of(Ask);`, MAIN, `function of<C>(c: C): any { return new Predict(c as any); }`),
    "a predictor that comes from a call of 'of'",
  ],
  helperCurry: [
    program(`a = curry()();`, MAIN, `const curry = () => () => ${P};`),
    "a predictor that comes from a call of 'curry()'",
  ],
  helperClassStatic: [
    program(`a = Maker.make();`, MAIN, `class Maker { static make() { return ${P}; } }`),
    "a predictor that comes from a call of 'Maker.make'",
  ],
  helperMethod: [
    program(`a = new Maker().make();`, MAIN, `class Maker { make() { return ${P}; } }`),
    "a predictor that comes from a call of 'new Maker().make'",
  ],
  helperField: [
    program(`a = new Maker().field;`, MAIN, `class Maker { field = ${P}; }`),
    "'new Maker().field', a predictor that is built elsewhere",
  ],
  helperObjectMethod: [
    program(`a = maker.make();`, MAIN, `const maker = { make() { return ${P}; } };`),
    "a predictor that comes from a call of 'maker.make'",
  ],
  iife: [program(`a = (() => ${P})();`), "a predictor that comes from a call of '(() => new Predict(Ask))'"],
  await: [program(`a = Promise.resolve(${P});`), "a predictor that comes from a call of 'Promise.resolve'"],
  map: [program(`a = new Map([['x', ${P}]]);`), 'predictors in a Map'],
  mapSet: [
    program(`a = new Map(); constructor() { super(); this.a.set('x', ${P}); }`),
    'a predictor that is built in the constructor',
  ],
  mapTyped: [
    program(`a: Map<string, Predict<typeof Ask>> = new Map();`),
    'a predictor that is built elsewhere',
  ],
  set: [program(`a = new Set([${P}]);`), 'predictors in a Set'],
  weakMap: [program(`a = new WeakMap([[{}, ${P}]]);`), 'predictors in a WeakMap'],
  genericParam: [
    program(
      `a: Predict<any>; constructor(c: T) { super(); this.a = new Predict(c as any); }`,
      'export class Main<T> extends Module',
    ),
    'a predictor that is built in the constructor',
  ],
  mixin: [
    program(
      `b = ${P};`,
      'export class Main extends Mixed(Module)',
      `function Mixed<B extends abstract new (...a: any[]) => Module>(B: B) { abstract class M extends (B as any) { a = ${P}; } return M as any; }`,
    ),
    "the base class 'Mixed(Module)', which a function makes",
  ],
  mixinConst: [
    program(
      `b = ${P};`,
      'export class Main extends Mixed',
      `const mix = (B: any) => class extends B { a = ${P}; }; const Mixed = mix(Module);`,
    ),
    "the base class 'Mixed', which a function makes",
  ],
  aliasPredictLet: [
    program(`a = new Alias(Ask);`, MAIN, `let Alias = Predict;`),
    "a predictor of 'Alias', which is no class by its name",
  ],
  aliasPredictDestruct: [
    program(`a = new Alias(Ask);`, MAIN, `const { Predict: Alias } = sigil;`),
    "a predictor of 'Alias', which is no class by its name",
  ],
  aliasObj: [
    program(`a = new kit.P(Ask);`, MAIN, `const kit = { P: Predict };`),
    "a predictor of 'kit.P', which is no class by its name",
  ],
  aliasElement: [
    program(`a = new sigil['Predict'](Ask);`),
    "a predictor of 'sigil['Predict']', which is no class by its name",
  ],
  twoNamesOrder: [
    program(`2 = ${P}; 1 = this[2];`),
    "another name for what '2' holds, which comes before it in an instance",
  ],
  twoNamesNumber: [
    program(`a = ${P}; 1 = this.a;`),
    "another name for what 'a' holds, which comes before it in an instance",
  ],
  twoNamesNested: [
    program(`x = { 2: ${P} as any, };  1 = this.x[2];`),
    "another name for what 'x' holds, which comes before it in an instance",
  ],
  twoNamesArray: [
    program(`steps = [${P}]; 1 = this.steps;`),
    "another name for what 'steps' holds, which comes before it in an instance",
  ],
  sharedConst: [
    program(`a = shared; b = shared;`, MAIN, `const shared = ${P};`),
    "'shared', a predictor that is built elsewhere",
  ],
  sharedInside: [
    program(`rec = (() => { const p = ${P}; return { p, q: p }; })();`),
    "a predictor that comes from a call of '(() => { const p = new Predict(Ask); return { p, q: p }; })'",
  ],
  optional: [program(`a?: Predict<typeof Ask>;`), 'a predictor without an initializer'],
  optionalLater: [
    program(`a?: Predict<typeof Ask>; enable() { this.a = ${P}; }`),
    "a predictor that is built in 'enable'",
  ],
  definite: [program(`a!: Predict<typeof Ask>;`), 'a predictor without an initializer'],
  typeofField: [
    program(`a: typeof shared;  constructor() { super(); this.a = shared; }`, MAIN, `const shared = ${P};`),
    'a predictor that the constructor puts there',
  ],
  untypedLater: [
    program(`a; constructor() { super(); this.a = shared; }`, MAIN, `const shared = ${P};`),
    'a predictor that the constructor puts there',
  ],
  protoRecord: [program(`a = { __proto__: ${P} };`), "a predictor under the name '__proto__'"],
  protoMember: [program(`__proto__ = ${P};`), "a predictor under the name '__proto__'"],
  protoQuotedRecord: [
    program(`a = { '__proto__': ${P}, b: ${P} };`),
    "a predictor under the name '__proto__'",
  ],
  protoComputed: [program(`a = { ['__proto__']: ${P} };`), "a predictor under the name '__proto__'"],
  recordGetter: [program(`a = { get x() { return ${P}; } };`), 'a predictor that a function builds'],
  recordGetterShared: [
    program(`a = { get x() { return shared; } };`, MAIN, `const shared = ${P};`),
    'a predictor that a function builds',
  ],
  recordShorthand: [
    program(`a = { shared };`, MAIN, `const shared = ${P};`),
    "'shared', a predictor that is built elsewhere",
  ],
  constRecord: [
    program(`a = parts;`, MAIN, `const parts = { x: ${P} };`),
    "'parts', a predictor that is built elsewhere",
  ],
  tagged: [
    program('a = tag`${' + P + '}`;', MAIN, `const tag = (s: any, x: any) => x;`),
    "a predictor in 'tag`${new Predict(Ask)}`'",
  ],
  taggedHelper: [program('a = tag`x`;', MAIN, `const tag = (s: any) => ${P};`), "a predictor in 'tag`x`'"],
  classInMethod: [
    program(`a = ${P}; helper() { class X extends Module { z = ${P}; ${FORWARD} } return X; }`),
    "a predictor that is built in 'helper'",
  ],
  localInForward: [
    program(`a = ${P}; go() { const p = ${P}; return p; }`),
    "a predictor that is built in 'go'",
  ],
  dataClassWithPredictorArg: [
    program(`a = new Data(${P});`, MAIN, `class Data { constructor(readonly x: any) {} }`),
    'predictors in Data, which is no Module',
  ],
  extendsArray: [
    program(`a = new List(${P});`, MAIN, `class List extends Array {}`),
    'predictors in List, which is no Module',
  ],
  moduleArgs: [
    program(
      `a = new Inner(${P});`,
      MAIN,
      `class Inner extends Module { constructor(readonly p: any) { super(); } ${FORWARD} }`,
    ),
    'a predictor that is an argument of a constructor',
  ],
  moduleArgsHelper: [
    program(
      `a = new Inner(make());`,
      MAIN,
      `const make = () => ${P}; class Inner extends Module { constructor(readonly p: any) { super(); } ${FORWARD} }`,
    ),
    'a predictor that is an argument of a constructor',
  ],
  moduleArgClass: [
    program(
      `a = new Inner(Ask);`,
      MAIN,
      `class Inner extends Module { p: any; constructor(c: any) { super(); this.p = new Predict(c); } ${FORWARD} }`,
    ),
    'a predictor that is built in the constructor',
  ],
  singleton: [
    program(
      `a = inner;`,
      MAIN,
      `class Inner extends Module { p = ${P}; ${FORWARD} } const inner = new Inner();`,
    ),
    "'inner', a predictor that is built elsewhere",
  ],
  staticModule: [
    program(
      `a = Inner.one;`,
      MAIN,
      `class Inner extends Module { static one = new Inner(); p = ${P}; ${FORWARD} }`,
    ),
    "'Inner.one', a predictor that is built elsewhere",
  ],
  selfArrow: [program(`a = () => ${P};`), 'a predictor that a function builds'],
  accessorKw: [program(`accessor a = ${P};`), "a predictor in an 'accessor' property"],
  enumKeyRecord: [
    program(`a = { [K.A]: ${P} };`, MAIN, `enum K { A = 'k' }`),
    'a predictor under a computed name',
  ],
  reflect: [
    program(`a = Reflect.construct(Predict, [Ask]);`),
    "a predictor that comes from a call of 'Reflect.construct'",
  ],
  newTargetVar: [
    program(`a = new Klass(Ask);`, MAIN, `const Klass: any = Math.random() > 2 ? null : Predict;`),
    "a predictor of 'Klass', which is no class by its name",
  ],
  newFromMap: [
    program(`a = new registry.Predict(Ask);`, MAIN, `const registry: any = { ...sigil };`),
    "a predictor of 'registry.Predict', which is no class by its name",
  ],
  newFromFn: [
    program(`a = new (pick())(Ask);`, MAIN, `const pick = () => Predict;`),
    "a predictor of '(pick())', which is no class by its name",
  ],
  predictorSubclassCtor: [
    program(
      `a = new Sub();`,
      MAIN,
      `class Sub extends Predict<typeof Ask> { constructor() { super(Ask); } }`,
    ),
    'a predictor whose class Sub has a constructor of its own',
  ],
  fnProperty: [
    program(`a = Object.assign(() => 1, { p: ${P} });`),
    "a predictor that comes from a call of 'Object.assign'",
  ],
  destructured: [
    program(`a = parts.x;`, MAIN, `const parts = { x: ${P} };`),
    "'parts.x', a predictor that is built elsewhere",
  ],
  destructured2: [
    program(`a = x;`, MAIN, `const { x } = { x: ${P} };`),
    "'x', a predictor that is built elsewhere",
  ],
  letVar: [
    program(`a = later;`, MAIN, `let later: any; later = ${P};`),
    "'later', a predictor that is built elsewhere",
  ],
  letVarTyped: [
    program(`a = later;`, MAIN, `let later: Predict<typeof Ask>; later = ${P};`),
    "'later', a predictor that is built elsewhere",
  ],
  varArrayPush: [
    program(`a = list;`, MAIN, `const list: any[] = []; list.push(${P});`),
    "'list', a predictor that is built elsewhere",
  ],
  varArrayPushTyped: [
    program(`a = list;`, MAIN, `const list: Predict<typeof Ask>[] = []; list.push(${P});`),
    "'list', a predictor that is built elsewhere",
  ],
  defineProp: [
    program(
      `constructor() { super(); Object.defineProperty(this, 'a', { value: ${P}, enumerable: true }); }`,
    ),
    'a predictor that is built in the constructor',
  ],
  iterSpread: [
    program(`a = [...gen2()];`, MAIN, `function* gen2() { yield ${P}; }`),
    'a spread in an array of predictors',
  ],
  objectSpreadHelper: [
    program(`a = { ...make() };`, MAIN, `const make = () => ({ x: ${P} });`),
    'a spread in a record of predictors',
  ],
  spreadThisArray: [program(`x = [${P}]; a = [...this.x, ${P}];`), 'a spread in an array of predictors'],
  spreadData: [program(`a = [...[1, 2], ${P}];`), 'a spread in an array of predictors'],
  recordSpreadData: [program(`a = { ...{ z: 1 }, p: ${P} };`), 'a spread in a record of predictors'],
};

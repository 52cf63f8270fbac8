import { FORWARD, MAIN, P, program } from './program-form.js';

import { REFUSED_VALUES } from './refused-values.js';

/** Programs that are refused, each with what was found. */
export const REFUSED: Readonly<Record<string, readonly [source: string, found: string]>> = {
  ...REFUSED_VALUES,
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
};

import { FORWARD, MAIN, P, program } from './program-form.js';

/** More programs that are refused: the values of their properties tell too little. */
export const REFUSED_VALUES: Readonly<Record<string, readonly [source: string, found: string]>> = {
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

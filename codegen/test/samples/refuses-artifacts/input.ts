import { InputField, Module, Predict, Program, Signature } from 'sigil';
import * as gen from './input.gen.js';
import type * as types from './input.gen.js';
import { Named, Other as Renamed } from './input.gen.js';
import * as other from './other.js';

const somethingElse = gen;

@Signature()
export class Right {
  static readonly artifact = gen.Right;
  @InputField() text!: string;
}

@Signature()
export class Named_ {
  static readonly artifact = Named;
  @InputField() text!: string;
}

@Signature()
export class Other {
  static readonly artifact: typeof gen.Other = Renamed;
  @InputField() text!: string;
}

@Signature()
export class Five {
  static artifact = 5;
  @InputField() text!: string;
}

@Signature()
export class Else {
  static readonly artifact = somethingElse;
  @InputField() text!: string;
}

@Signature()
export class Typed {
  static readonly artifact: gen.TypedArtifact;
  @InputField() text!: string;
}

@Signature()
export class Getter {
  static get artifact() {
    return gen.Getter;
  }
  @InputField() text!: string;
}

@Signature()
export class Method {
  static artifact() {
    return gen.Method;
  }
  @InputField() text!: string;
}

@Signature()
export class Hidden {
  private static readonly artifact = gen.Hidden;
  @InputField() text!: string;
}

@Signature()
export class Quoted {
  static readonly ['artifact'] = 'text';
  @InputField() text!: string;
}

@Signature()
export class OtherClass {
  static readonly artifact = gen.Right;
  @InputField() text!: string;
}

@Signature()
export class OtherFile {
  static readonly artifact = other.OtherFile;
  @InputField() text!: string;
}

@Signature()
export class OnlyType {
  static readonly artifact = types.OnlyType;
  @InputField() text!: string;
}

@Program()
export class Flow extends Module {
  static readonly artifact = { format: 1 };
  step = new Predict(Right);
}

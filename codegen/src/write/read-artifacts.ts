import { isRecord } from '../spec/is-record.js';
import { tokensOf, type Token } from './tokens.js';

/** The data of the artifacts in a generated file by class name, as far as it can be told. */
export type ArtifactData = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/**
 * Reads the data back out of a generated file, to say what changed. Nothing is ever generated from it.
 *
 * @returns undefined for a file that the generator did not leave like this
 */
export function readArtifacts(code: string): ArtifactData | undefined {
  const tokens = tokensOf(code);
  if (tokens === undefined) return undefined;
  const artifacts = new Map<string, Readonly<Record<string, unknown>>>();
  for (let at = 0; at < tokens.length; at += 1) {
    // export const Ticket: TicketArtifact = {
    const [word, name, colon, type, equals] = tokens.slice(at + 1, at + 6);
    const starts = tokens[at]?.value === 'export' && word?.value === 'const' && name?.kind === 'word';
    if (!starts || colon?.value !== ':' || type?.value !== `${name.value}Artifact` || equals?.value !== '=')
      continue;
    const value = new Literal(tokens, at + 6).read();
    if (!isRecord(value)) return undefined;
    artifacts.set(name.value, value);
  }
  return artifacts.size === 0 ? undefined : artifacts;
}

/** What is no plain data: the function that gives the schemas. */
const OPAQUE = Symbol('opaque');

class Literal {
  readonly #tokens: readonly Token[];
  #at: number;

  constructor(tokens: readonly Token[], at: number) {
    this.#tokens = tokens;
    this.#at = at;
  }

  /** The value that begins here, or {@link OPAQUE}. */
  read(): unknown {
    const token = this.#next();
    if (token === undefined) return OPAQUE;
    if (token.kind === 'text') return token.value;
    if (token.kind === 'number') return Number(token.value);
    if (token.value === '-') return this.#negative();
    if (token.value === '{') return this.#object();
    if (token.value === '[') return this.#list();
    if (token.value === 'true' || token.value === 'false') return token.value === 'true';
    if (token.value === 'null') return null;
    return this.#skip(token);
  }

  #negative(): unknown {
    const number = this.read();
    return typeof number === 'number' ? -number : OPAQUE;
  }

  #object(): unknown {
    const members: [string, unknown][] = [];
    while (!this.#takes('}')) {
      const key = this.#next();
      if (key === undefined || key.kind === 'sign' || !this.#takes(':')) return OPAQUE;
      members.push([key.value, this.read()]);
      if (!this.#takes(',') && this.#peek() !== '}') return OPAQUE;
    }
    return Object.fromEntries(members.filter(([, value]) => value !== OPAQUE));
  }

  #list(): unknown {
    const items: unknown[] = [];
    while (!this.#takes(']')) {
      items.push(this.read());
      if (!this.#takes(',') && this.#peek() !== ']') return OPAQUE;
    }
    // ['a', 'b'].join('\n')
    if (this.#peek() !== '.') return items;
    const [, join, open, separator, close] = Array.from({ length: 5 }, () => this.#next());
    const isJoin = join?.value === 'join' && open?.value === '(' && close?.value === ')';
    return isJoin ? items.join(separator?.value) : OPAQUE;
  }

  /** Passes over `() => ({ ... })`. */
  #skip(first: Token): typeof OPAQUE {
    let depth = 0;
    for (let token: Token | undefined = first; token !== undefined; token = this.#next()) {
      if (token.kind === 'sign' && '([{'.includes(token.value)) depth += 1;
      if (token.kind === 'sign' && ')]}'.includes(token.value)) depth -= 1;
      const next = this.#peek();
      if (depth === 0 && (next === ',' || next === '}' || next === undefined)) break;
    }
    return OPAQUE;
  }

  #next(): Token | undefined {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    return token;
  }

  #peek(): string | undefined {
    const token = this.#tokens[this.#at];
    return token?.kind === 'sign' ? token.value : token && 'value';
  }

  #takes(sign: string): boolean {
    const isNext = this.#at >= this.#tokens.length || this.#peek() === sign;
    if (isNext) this.#at += 1;
    return isNext;
  }
}

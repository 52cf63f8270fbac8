/** A fenced block of a document or a doc comment. */
export interface Example {
  /** The file it stands in. */
  readonly path: string;
  /** Of its first line of code, from 1. */
  readonly line: number;
  /** As the fence says: `ts`, `sh`; `''` where it says nothing. */
  readonly language: string;
  readonly code: string;
}

/** True for what the compiler reads. */
export function isTypeScript({ language }: Example): boolean {
  return language === 'ts' || language === 'tsx';
}

import type { ProjectFacts } from './project-facts.js';

/** Something about the set-up of a project that its author should know. */
export interface SetupFinding {
  /** `problem`: it cannot work so. `advice`: it works, and would work better. */
  readonly level: 'problem' | 'advice';
  /** Where the setting is, relative to the project. */
  readonly file: string;
  /** What was found, and what comes of it. */
  readonly found: string;
  /** What to change, as a command or a setting. */
  readonly fix: string;
}

/** Looks at one thing; finds nothing where it is as it should be. */
export type SetupCheck = (facts: ProjectFacts) => readonly SetupFinding[];

export function problem(file: string, found: string, fix: string): readonly SetupFinding[] {
  return [{ level: 'problem', file, found, fix }];
}

export function advice(file: string, found: string, fix: string): readonly SetupFinding[] {
  return [{ level: 'advice', file, found, fix }];
}

import type { Place } from './place.js';

/** The static member `artifact` of a class, as it is written. */
export interface ArtifactMember {
  /** Of what it is set to, or of its name. */
  readonly place: Place;
  /** The member in words: `'5'`, `a getter`. */
  readonly found: string;
  /** The name in a module that it is set to; absent where it is set to anything else. */
  readonly artifact?: { readonly module: string; readonly name: string };
}

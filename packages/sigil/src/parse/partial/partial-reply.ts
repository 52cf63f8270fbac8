import type { FieldSpec, PartialReply } from '@sigil/spec';
import type { MarkerSyntax } from '../../template/field-marker.js';
import { partialReader } from './partial-reader.js';

/**
 * Reads the outputs of a reply while it comes.
 *
 * @param outputs the output fields of the signature
 * @param syntax the markers of all its fields
 */
export function partialReply(outputs: readonly FieldSpec[], syntax: MarkerSyntax): PartialReply {
  const reader = partialReader({ kind: 'object', properties: outputs });
  void syntax;
  return {
    push(chunk) {
      const value = reader.push(chunk);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the partial of an object is one
      return value as Readonly<Record<string, unknown>> | undefined;
    },
  };
}

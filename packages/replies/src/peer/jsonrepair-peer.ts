import { fromJson, innerTypes, valueFaults } from '@sigil/schema';
import type { JsonValue, ValueType } from '@sigil/spec';
import { jsonrepair, JSONRepairError } from 'jsonrepair';
import type { Peer } from './peer.js';

/** Repairs the reply as JSON, without its type, and takes it only if it then fits as it is. */
export const jsonrepairPeer: Peer = {
  name: 'jsonrepair + check',
  read: (reply, type) => {
    if (hasOtherNames(type)) return undefined;
    try {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- JSON.parse gives JSON
      const json = JSON.parse(jsonrepair(reply)) as JsonValue;
      const faults = valueFaults(type, json);
      if (faults.length > 0) return { kind: 'error', path: faults[0]?.path ?? '' };
      return { kind: 'value', value: fromJson(type, json), notes: 0 };
    } catch (error) {
      if (error instanceof JSONRepairError || error instanceof SyntaxError)
        return { kind: 'error', path: '' };
      throw error;
    }
  },
};

/** The check knows declared names only. */
function hasOtherNames(type: ValueType): boolean {
  const own =
    (type.kind === 'object' && type.properties.some(({ alias }) => alias !== undefined)) ||
    (type.kind === 'enum' && (type.members ?? []).some(({ shown }) => shown !== undefined));
  return own || innerTypes(type).some(hasOtherNames);
}

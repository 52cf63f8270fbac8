import type { ValueType } from '@sigil/spec';
import { exactList } from './exact-list.js';
import { exactObject } from './exact-object.js';
import { INEXACT, type ExactReader } from './exact-reader.js';
import { exactScalar } from './exact-scalar.js';

/** A recursive type, where it refers to itself. */
interface Link {
  reader: ExactReader;
}

const readers = new WeakMap<ValueType, ExactReader>();

/** What reads the values of a type: decided once for it, since a reply has many values. */
export function readerOf(type: ValueType): ExactReader {
  let reader = readers.get(type);
  if (reader === undefined) {
    reader = newReader(type, new Map());
    readers.set(type, reader);
  }
  return reader;
}

function newReader(type: ValueType, links: ReadonlyMap<string, Link>): ExactReader {
  switch (type.kind) {
    case 'array':
      return exactList(newReader(type.items, links), type.constraints);
    case 'object':
      return exactObject(
        type.properties,
        type.properties.map((property) => newReader(property.type, links)),
      );
    case 'nullable': {
      const inner = newReader(type.inner, links);
      return (value, depth, members) => (value === null ? null : inner(value, depth, members));
    }
    case 'recursive': {
      const link: Link = { reader: inexact };
      link.reader = newReader(type.type, new Map([...links, [type.name, link]]));
      return link.reader;
    }
    case 'reference': {
      const link = links.get(type.name);
      return link === undefined ? inexact : (value, depth, members) => link.reader(value, depth, members);
    }
    case 'map':
    case 'set':
    case 'tuple':
    case 'union':
    case 'json':
      return inexact;
    default:
      return exactScalar(type);
  }
}

function inexact(): typeof INEXACT {
  return INEXACT;
}

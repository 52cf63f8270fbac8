import { describe, expect, it } from 'vitest';
import { judge } from './compare/judge.js';
import { readReply } from './compare/read-reply.js';
import { typeOf } from './compare/type-of.js';
import { corpus } from './corpus.js';
import { renameGroup } from './rename/rename-group.js';
import { sourceOf } from './reply/theme.js';

/** A value of the prototype's key is no property that can be renamed. */
const renamed = corpus.map(({ name, groups }) => ({
  name,
  groups: groups.filter((group) => group.fixedNames !== true),
}));

describe.each(renamed)('$name', ({ groups }) => {
  it('reads as much under other names', () => {
    const differences = groups.flatMap((group) => {
      const other = renameGroup(group);
      return group.cases.flatMap((given, index) => {
        const renamedCase = other.cases[index];
        if (renamedCase === undefined) return [];
        const before = judge(readReply(given.reply, typed(group.type)), given);
        const reading = readReply(renamedCase.reply, typed(other.type));
        const after = judge(reading, renamedCase);
        return before === after
          ? []
          : [{ name: given.name, before, after, type: other.type, reply: renamedCase.reply, reading }];
      });
    });
    expect(differences).toEqual([]);
  });
});

it('finds other names for nearly all the types', () => {
  const groups = renamed
    .flatMap((theme) => theme.groups)
    .filter(({ type }) => /interface|enum|'/u.test(type));
  const changed = groups.filter((group) => renameGroup(group).type !== group.type);
  expect(changed.length / groups.length).toBeGreaterThan(0.9);
});

function typed(type: string) {
  const { source, typeName } = sourceOf(type);
  return typeOf(source, typeName);
}

import type { DecoratorUse } from '../declaration/class-declaration.js';
import type { Finding } from './diagnostic.js';
import type { Rule } from './rule.js';

/** Decorators are called, without arguments. */
export const calledDecorator: Rule = {
  code: 'SIGIL2003',
  severity: 'error',
  check: (source) =>
    source.classes.flatMap((declaration) =>
      [...declaration.decorators, ...declaration.fields.flatMap((field) => field.decorators)].flatMap(judge),
    ),
};

function judge(use: DecoratorUse): readonly Finding[] {
  if (use.called && use.argumentCount === 0) return [];
  return [
    {
      place: use.place,
      message: use.called
        ? `Cannot compile @${use.name}: it has arguments, and takes none.`
        : `Cannot compile @${use.name}: it is not called.`,
      hint: use.called ? 'write what the model should know into the doc comment' : `write '@${use.name}()'`,
    },
  ];
}

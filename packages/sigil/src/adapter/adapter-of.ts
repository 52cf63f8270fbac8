import type {
  Adapter,
  Demo,
  FieldSpec,
  ParsedReply,
  PartialReply,
  PredictorState,
  PromptTemplate,
  TemplateMessage,
  TemplatePart,
  TemplateSlot,
} from '@sigil/spec';
import { partialReply } from '../parse/partial/partial-reply.js';
import { withPartial } from '../parse/partial/with-partial.js';
import type { JsonForm } from '../parse/partial/partial-values.js';
import type { MarkerSyntax } from '../template/field-marker.js';
import { fill } from '../template/fill.js';
import { renderValue } from '../template/render-value.js';
import { reaskTurns } from '../reask/reask-turns.js';
import { inputWords } from './input-words.js';
import { partsOf, type SignatureParts } from './signature-parts.js';

/** What makes one adapter another than the next. */
export interface Layout extends Pick<Adapter, 'id' | 'wantsSchema' | 'extraction'> {
  /** What of a text reads as a field. */
  syntax(parts: SignatureParts): MarkerSyntax;
  /** What stands around the value of an input, from the end of the line before. */
  around(input: FieldSpec): Pick<TemplateSlot, 'before' | 'after'>;
  /** How the model is told to answer; there is at least one output. */
  asks(outputs: readonly FieldSpec[]): readonly TemplatePart[];
  /** The same behind an answer that cannot be used. */
  asksAgain(outputs: readonly FieldSpec[]): string;
  /** The turn of the model for some of the outputs; there is at least one. */
  answer(outputs: readonly FieldSpec[], demo: Demo, syntax: MarkerSyntax): string;
  /** How any JSON stands in a reply that is one object; in either way unless given. */
  readonly json?: JsonForm;
  /** @throws ParseError */
  read(text: string, parts: SignatureParts): ParsedReply;
}

/**
 * An adapter with the turns that all of them have: the system message says what to do and how to answer, each demo is a
 * pair of turns, the inputs come last. Every user turn starts with the first line of the instructions: small models
 * answer far better when they read the task right before the input.
 */
export function adapterOf(layout: Layout): Adapter {
  const { id, wantsSchema, extraction } = layout;
  const partialOf = (parts: SignatureParts): PartialReply =>
    partialReply(parts.outputs, layout.syntax(parts), { otherwise: parts.lines, json: layout.json });
  return {
    id,
    ...(wantsSchema === undefined ? {} : { wantsSchema }),
    ...(extraction === undefined ? {} : { extraction }),

    compile(spec, state: PredictorState = {}): PromptTemplate {
      const parts = partsOf(spec);
      const instructions = state.instructions?.join('\n') ?? spec.instructions;
      const system = systemParts([instructions, inputWords(parts.inputs)], parts.outputs, layout);
      const task = firstLine(instructions);
      const slots = parts.inputs.map((field): TemplateSlot => ({
        slot: field.name,
        ...layout.around(field),
      }));
      return {
        adapter: id,
        messages: [
          // Some services refuse an empty turn.
          ...(system.length === 0 ? [] : [{ role: 'system' as const, parts: system }]),
          ...(state.demos ?? []).flatMap((demo) => demoTurns(demo, task, parts, layout)),
          { role: 'user', parts: task === '' && slots.length === 0 ? ['Go on.'] : [task, ...slots] },
        ],
      };
    },

    fill: (template, spec, inputs, options) =>
      fill(template, spec, inputs, layout.syntax(partsOf(spec)), options),

    parse(spec, text) {
      const parts = partsOf(spec);
      return withPartial(
        text,
        () => partialOf(parts),
        () => layout.read(text, parts),
      );
    },

    partial: (spec) => partialOf(partsOf(spec)),

    reask(spec, reply, error) {
      const parts = partsOf(spec);
      const { outputs } = parts;
      const format = outputs.length === 0 ? '' : layout.asksAgain(outputs);
      const own = layout.syntax(parts);
      // What is in another layout was read as lines are.
      const syntax = own.holds(reply) ? own : parts.lines;
      return reaskTurns({ outputs, syntax, format }, reply, error);
    },
  };
}

/** Paragraphs, the last of which may have the schema in it. Nothing of the reply is read where there are no outputs. */
function systemParts(
  texts: readonly string[],
  outputs: readonly FieldSpec[],
  layout: Layout,
): readonly TemplatePart[] {
  const [first, ...rest] = outputs.length === 0 ? [] : layout.asks(outputs);
  const asks = typeof first === 'string' ? [first] : [];
  const opening = [...texts, ...asks].filter((text) => text !== '').join('\n\n');
  return [...(opening === '' ? [] : [opening]), ...rest];
}

/** What stands for the instructions before the inputs. */
export function firstLine(instructions: string): string {
  return instructions.trim().split('\n', 1)[0]?.trim() ?? '';
}

function demoTurns(
  demo: Demo,
  task: string,
  parts: SignatureParts,
  layout: Layout,
): readonly TemplateMessage[] {
  const isGiven = (field: FieldSpec): boolean => demo[field.name] !== undefined;
  const outputs = parts.outputs.filter(isGiven);
  // A demo without an answer shows nothing.
  if (outputs.length === 0) return [];
  const syntax = layout.syntax(parts);
  const inputs = parts.inputs.filter(isGiven).map((field) => {
    const { before, after = '' } = layout.around(field);
    return `${before}${renderValue(field, demo[field.name], syntax)}${after}`;
  });
  return [
    { role: 'user', parts: [`${task}${inputs.join('')}`.replace(/^\n/u, '')] },
    { role: 'assistant', parts: [layout.answer(outputs, demo, syntax)] },
  ];
}

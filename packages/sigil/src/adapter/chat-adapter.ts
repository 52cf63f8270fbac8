import {
  ParseError,
  type Adapter,
  type Demo,
  type FieldSpec,
  type Message,
  type PredictorState,
  type PromptTemplate,
  type ReplyError,
  type SignatureSpec,
  type TemplateMessage,
  type TemplateSlot,
} from '@sigil/spec';
import { parseReply } from '../parse/reply/parse-reply.js';
import { partialReply } from '../parse/partial/partial-reply.js';
import { fill } from '../template/fill.js';
import { markerSyntax, type MarkerSyntax } from '../template/field-marker.js';
import { renderValue } from '../template/render-value.js';
import { shownName } from '../template/shown-name.js';
import { outputLines } from './output-lines.js';
import { shownPath } from './shown-path.js';

/**
 * The layout for every model, small ones included: one `name: value` line per field. The system message says what to
 * do and which lines to answer, each demo is a pair of turns, the inputs come last. Every user turn starts with the
 * first line of the instructions: small models answer far better when they read the task right before the input.
 *
 * @example
 * ```text
 * system     Route a support ticket to the team that can solve it.
 *
 *            Answer with these lines and nothing else:
 *            team: billing or technical or sales
 * user       Route a support ticket to the team that can solve it.
 *            message: I was charged twice.
 * assistant  team: billing
 * ```
 * @example
 * ```ts
 * chatAdapter.parse(predict.artifact.spec, '**Team:** Billing').values; // -> { team: 'billing' }
 * ```
 */
export const chatAdapter: Adapter = {
  id: 'chat/1',

  compile(spec: SignatureSpec, state: PredictorState = {}): PromptTemplate {
    const syntax = syntaxOf(spec);
    const inputs = spec.fields.filter((field) => field.direction === 'in');
    const outputs = spec.fields.filter((field) => field.direction === 'out');
    const instructions = state.instructions?.join('\n') ?? spec.instructions;
    const system = [instructions, describeInputs(inputs), outputLines(outputs)]
      .filter((part) => part !== '')
      .join('\n\n');
    const task = firstLine(instructions);
    const slots = inputs.map((field): TemplateSlot => ({
      slot: field.name,
      before: `\n${shownName(field)}: `,
    }));
    return {
      adapter: chatAdapter.id,
      messages: [
        // Some services refuse an empty turn.
        ...(system === '' ? [] : [{ role: 'system' as const, parts: [system] }]),
        ...(state.demos ?? []).flatMap((demo) => demoTurns(demo, task, inputs, outputs, syntax)),
        { role: 'user', parts: task === '' && slots.length === 0 ? ['Go on.'] : [task, ...slots] },
      ],
    };
  },

  fill(template, spec, inputs, options) {
    return fill(template, spec, inputs, syntaxOf(spec), options);
  },

  parse(spec, text) {
    return parseReply(
      text,
      spec.fields.filter((field) => field.direction === 'out'),
      syntaxOf(spec),
    );
  },

  partial(spec) {
    return partialReply(
      spec.fields.filter((field) => field.direction === 'out'),
      syntaxOf(spec),
    );
  },

  reask(spec: SignatureSpec, reply: string, error: ReplyError): readonly Message[] {
    const outputs = spec.fields.filter((field) => field.direction === 'out');
    const message = ParseError.isInstance(error)
      ? error.message.replace(`'${error.path}'`, () => `'${shownPath(outputs, error.path)}'`)
      : error.message;
    return [
      // Some services refuse an empty turn.
      { role: 'assistant', content: reply.trim() === '' ? '(no answer)' : reply },
      { role: 'user', content: `That answer cannot be used. ${message}\n\n${outputLines(outputs)}` },
    ];
  },
};

function describeInputs(inputs: readonly FieldSpec[]): string {
  const described = inputs.filter((field) => field.description !== undefined);
  if (described.length === 0) return '';
  return [
    'You are given:',
    ...described.map((field) => `${shownName(field)}: ${field.description ?? ''}`),
  ].join('\n');
}

function firstLine(instructions: string): string {
  return instructions.trim().split('\n', 1)[0]?.trim() ?? '';
}

function demoTurns(
  demo: Demo,
  task: string,
  inputs: readonly FieldSpec[],
  outputs: readonly FieldSpec[],
  syntax: MarkerSyntax,
): readonly TemplateMessage[] {
  const lines = (fields: readonly FieldSpec[]): readonly string[] =>
    fields
      .filter((field) => demo[field.name] !== undefined)
      .map((field) => `${shownName(field)}: ${renderValue(field, demo[field.name], syntax)}`);
  const answer = lines(outputs).join('\n');
  // A demo without an answer shows nothing.
  if (answer === '') return [];
  return [
    { role: 'user', parts: [(task === '' ? lines(inputs) : [task, ...lines(inputs)]).join('\n')] },
    { role: 'assistant', parts: [answer] },
  ];
}

const syntaxes = new WeakMap<SignatureSpec, MarkerSyntax>();

function syntaxOf(spec: SignatureSpec): MarkerSyntax {
  const known = syntaxes.get(spec);
  if (known !== undefined) return known;
  const syntax = markerSyntax(
    spec.fields.map((field) => field.name),
    new Map(spec.fields.map((field) => [shownName(field), field.name])),
  );
  syntaxes.set(spec, syntax);
  return syntax;
}

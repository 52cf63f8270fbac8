import type { FillOptions, Message, PromptTemplate, SignatureSpec, TemplatePart } from '@sigil/spec';
import type { MarkerSyntax } from './field-marker.js';
import { renderValue } from './render-value.js';

/**
 * Puts inputs into the slots of a template. A slot whose input is absent is left out together with what stands
 * around it, and the schema of the outputs where the request carries it. Messages without slots are built once per template.
 */
export function fill(
  template: PromptTemplate,
  spec: SignatureSpec,
  inputs: Readonly<Record<string, unknown>>,
  syntax: MarkerSyntax,
  { isSchemaSent = false }: FillOptions = {},
): readonly Message[] {
  return prepared(template, isSchemaSent).map((message) => {
    if ('content' in message) return message;
    let content = '';
    for (const part of message.parts) {
      if (typeof part === 'string') {
        content += part;
        continue;
      }
      if ('schema' in part) {
        if (!isSchemaSent) content += part.schema;
        continue;
      }
      const value = inputs[part.slot];
      const field = spec.fields.find((one) => one.name === part.slot);
      if (value === undefined || field === undefined) continue;
      // The first field of a message starts its first line.
      content += content === '' ? part.before.replace(/^\n/u, '') : part.before;
      content += `${renderValue(field, value, syntax)}${part.after ?? ''}`;
    }
    return { role: message.role, content };
  });
}

type Prepared = Message | PromptTemplate['messages'][number];

const memory = new WeakMap<PromptTemplate, Map<boolean, readonly Prepared[]>>();

function prepared(template: PromptTemplate, isSchemaSent: boolean): readonly Prepared[] {
  const known = memory.get(template) ?? new Map<boolean, readonly Prepared[]>();
  memory.set(template, known);
  const found = known.get(isSchemaSent);
  if (found !== undefined) return found;
  const messages = template.messages.map((message): Prepared => {
    const texts = message.parts.map((part) => staticText(part, isSchemaSent));
    return texts.every((text) => text !== undefined)
      ? Object.freeze({ role: message.role, content: texts.join('') })
      : message;
  });
  known.set(isSchemaSent, messages);
  return messages;
}

function staticText(part: TemplatePart, isSchemaSent: boolean): string | undefined {
  if (typeof part === 'string') return part;
  if ('slot' in part) return undefined;
  return isSchemaSent ? '' : part.schema;
}

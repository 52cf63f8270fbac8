import type { Message, PromptTemplate, SignatureSpec } from '@sigil/spec';
import type { MarkerSyntax } from './field-marker.js';
import { renderValue } from './render-value.js';

/**
 * Puts inputs into the slots of a template. A slot whose input is absent is left out together with what stands before
 * it. Messages without slots are built once per template.
 */
export function fill(
  template: PromptTemplate,
  spec: SignatureSpec,
  inputs: Readonly<Record<string, unknown>>,
  syntax: MarkerSyntax,
): readonly Message[] {
  return prepared(template).map((message) => {
    if ('content' in message) return message;
    let content = '';
    for (const part of message.parts) {
      if (typeof part === 'string') {
        content += part;
        continue;
      }
      const value = inputs[part.slot];
      const field = spec.fields.find((one) => one.name === part.slot);
      if (value === undefined || field === undefined) continue;
      // The first field of a message starts its first line.
      content += content === '' ? part.before.replace(/^\n/u, '') : part.before;
      content += renderValue(field, value, syntax);
    }
    return { role: message.role, content };
  });
}

type Prepared = Message | PromptTemplate['messages'][number];

const memory = new WeakMap<PromptTemplate, readonly Prepared[]>();

function prepared(template: PromptTemplate): readonly Prepared[] {
  const known = memory.get(template);
  if (known !== undefined) return known;
  const messages = template.messages.map((message): Prepared => {
    const isText = message.parts.every((part) => typeof part === 'string');
    return isText ? Object.freeze({ role: message.role, content: message.parts.join('') }) : message;
  });
  memory.set(template, messages);
  return messages;
}

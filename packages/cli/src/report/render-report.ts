import type { PlannedRequest } from '@sigil/spec';
import type { Paint } from '../terminal/channel.js';

/** Stands for the reply to the first of two requests, where the second shows it. */
export const answerPlace = '(the reply to the first request)';

/** The messages of each request for a person. Contents are printed byte for byte, each under its role. */
export function requestsText(requests: readonly PlannedRequest[], paint: Paint): string {
  const heading = (text: string): string => paint.cyan(paint.bold(text));
  return requests
    .map(({ call: { messages, responseFormat }, step }) =>
      [
        ...(step === 'extraction'
          ? [`${heading('=== second request, which reads the reply to the first')}\n`]
          : []),
        ...messages.map(({ role, content }) => `${heading(`--- ${role}`)}\n${content}\n`),
        ...(responseFormat === undefined
          ? []
          : [
              `${heading('--- JSON schema, in the request itself')}\n${JSON.stringify(responseFormat.schema, null, 2)}\n`,
            ]),
      ].join(''),
    )
    .join('');
}

/**
 * The whole of each request, for `--json`. Without a model only its messages are known.
 *
 * @param program id of the class
 * @param path of the predictor
 */
export function requestsJson(program: string, path: string, requests: readonly PlannedRequest[]): object {
  return { program, path, requests: requests.map(requestJson) };
}

function requestJson({ adapter, step, lm, call }: PlannedRequest): object {
  const prepared = lm?.prepare(call);
  return {
    adapter,
    ...(step === undefined ? {} : { step }),
    ...(step === 'extraction' ? { answer: answerPlace } : {}),
    ...(lm === undefined ? {} : { model: lm.modelId }),
    ...(prepared === undefined ? {} : { endpoint: prepared.endpoint, ...prepared.http }),
    messages: call.messages,
    // As a text, since the order of its members counts too: what goes over the wire, byte for byte.
    ...(prepared === undefined ? {} : { body: JSON.stringify(prepared.body) }),
  };
}

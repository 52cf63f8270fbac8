import { InputError, Predict, SigilError, withContext, type InputOf, type LanguageModel } from 'sigil';
import { Ticket } from './ticket.js';

const triage = new Predict(Ticket);

/**
 * Answers one request of a client, `{ "message": ".." }`: with the outputs of the signature, or, for the path
 * `/stream`, with server-sent events that show them while they come.
 */
export async function answer(request: Request, lm: LanguageModel): Promise<Response> {
  try {
    const inputs = await inputsOf(request);
    // What the calls below use belongs to this request: others that overlap have their own.
    return await withContext({ lm }, async () => {
      if (new URL(request.url).pathname !== '/stream') {
        return Response.json(await triage.run(inputs, { signal: request.signal }));
      }
      const events = triage.stream(inputs, { signal: request.signal }).toEventStream();
      return new Response(events, { headers: { 'content-type': 'text/event-stream' } });
    });
  } catch (error) {
    return refusal(error);
  }
}

async function inputsOf(request: Request): Promise<InputOf<typeof Ticket>> {
  const body: unknown = await request.json();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Predict checks it, before anything is paid
  return body as InputOf<typeof Ticket>;
}

/** Clients are told what they did wrong; of what went wrong behind us they get the code. */
function refusal(error: unknown): Response {
  if (error instanceof SyntaxError) return failure(400, 'BAD_JSON', 'The body is no JSON.');
  if (!SigilError.isInstance(error)) throw error;
  if (InputError.isInstance(error)) return failure(400, error.code, error.message);
  return failure(502, error.code, 'The model gave no answer that can be used.');
}

function failure(status: number, code: string, message: string): Response {
  return Response.json({ error: { code, message } }, { status });
}

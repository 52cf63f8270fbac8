import { FakeLM } from '@sigil/testing';
import {
  AbortedError,
  ParseError,
  StreamResetError,
  type LanguageModel,
  type LMCall,
  type RunEvent,
} from '@sigil/spec';
import { afterEach, describe, expect, it } from 'vitest';
import { configure, Predict, report } from '../index.js';
import { Judges, Support } from '../fixtures/support.js';
import { Kind, Ticket } from '../fixtures/ticket.js';

const outputs = {
  team: 'billing',
  urgency: 0.5,
  refund: true,
  reply: 'We are on it, and will be back.',
  order: { id: 'A1', items: ['lamp', 'rope'] },
};
const whole = JSON.stringify(outputs);
const message = 'I was charged twice.';

let restore = (): void => undefined;
afterEach(() => restore());

/** A model whose replies come in these pieces. */
function inPieces(...replies: readonly (readonly string[])[]): FakeLM & LanguageModel {
  const lm = new FakeLM(replies.map((pieces) => pieces.join('')));
  let at = 0;
  lm.doStream = async function* (call: LMCall) {
    const pieces = replies[at++] ?? [];
    const reply = await lm.doGenerate(call);
    for (const text of pieces) {
      await Promise.resolve();
      yield { kind: 'text', text };
    }
    yield { kind: 'end', reply };
  };
  return lm;
}

/** A model that begins a reply and then says nothing more until it is stopped. */
function hangingModel(): { readonly hanging: FakeLM; readonly signals: AbortSignal[] } {
  const signals: AbortSignal[] = [];
  const hanging = new FakeLM([]);
  hanging.doStream = async function* ({ signal }) {
    if (signal === undefined) throw new TypeError('The call has no signal.');
    signals.push(signal);
    yield { kind: 'text', text: '{"team": "billing", ' };
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
  };
  return { hanging, signals };
}

const charactersOf = (text: string): readonly string[] => Array.from(text);

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function textOf(stream: ReadableStream<string>): Promise<string> {
  return (await collect(stream)).join('');
}

interface Leaver {
  next(): Promise<unknown>;
  return?(): Promise<unknown>;
}

function leaverOf(stream: ReadableStream): Leaver {
  const reader = stream.getReader();
  return { next: () => reader.read(), return: () => reader.cancel() };
}

describe('the stream of a prediction', () => {
  it('shows the outputs field by field, and at the end all of them', async () => {
    const lm = inPieces([
      '{"team": "bil',
      'ling", "urgency"',
      ': 0.5, "refund": tr',
      'ue, "reply": "We are',
      ' on it, and will be back."',
      ', "order": {"id": "A1", "items": ["lamp", "ro',
      'pe"]}}',
    ]);
    const shown = await collect(new Predict(Ticket, { lm }).stream({ message }));
    expect(shown).toEqual([
      { team: 'billing' },
      { team: 'billing', urgency: 0.5 },
      { team: 'billing', urgency: 0.5, refund: true, reply: 'We are' },
      { team: 'billing', urgency: 0.5, refund: true, reply: outputs.reply },
      { ...outputs, order: { id: 'A1', items: ['lamp', 'ro'] } },
      outputs,
    ]);
  });

  it('gives the outputs and the report that run gives', async () => {
    const stream = new Predict(Ticket, { lm: inPieces([whole]) }).stream({ message });
    const made = await stream.outputs;
    expect(made).toEqual(await new Predict(Ticket, { lm: new FakeLM([whole]) }).run({ message }));
    expect(await stream.report).toBe(report(made));
  });

  it('sends what run sends', async () => {
    const lm = inPieces([whole]);
    await new Predict(Ticket, { lm, settings: { temperature: 0 } }).stream({ message }).outputs;
    const plain = new FakeLM([whole]);
    await new Predict(Ticket, { lm: plain, settings: { temperature: 0 } }).run({ message });
    const [{ signal, ...sent } = {}] = lm.calls;
    expect(signal).toBeDefined();
    expect(sent).toEqual(plain.calls[0]);
  });

  it('starts over where the model is asked again, and never mixes two replies', async () => {
    const bad = '{"team": "billing", "urgency": 7, "refund": true, "reply": "First.", "order": null}';
    const events = await collect(
      new Predict(Ticket, { lm: inPieces([bad], [whole]) }).stream({ message }).events,
    );
    const at = events.findIndex(({ kind }) => kind === 'reset');
    expect(events[at]).toMatchObject({ path: '', call: 0, error: { name: 'ConstraintError' } });
    const texts = (some: readonly RunEvent[]): unknown[] =>
      some.flatMap((one) => (one.kind === 'partial' ? [one.value['reply']] : []));
    expect(new Set(texts(events.slice(0, at)))).toEqual(new Set(['First.']));
    expect(new Set(texts(events.slice(at)))).toEqual(new Set([outputs.reply]));
    expect(events.filter(({ kind }) => kind === 'status')).toEqual([
      { kind: 'status', path: '', call: 0, status: 'started' },
      { kind: 'status', path: '', call: 0, status: 'finished' },
    ]);
  });

  it('throws what run throws, behind what could be shown', async () => {
    const stream = new Predict(Ticket, {
      lm: inPieces(['{"team": "billing", "urgency": 3}']),
      maxReasks: 0,
    }).stream({ message });
    const shown: unknown[] = [];
    const reading = (async () => {
      for await (const partial of stream) shown.push(partial);
    })();
    await expect(reading).rejects.toThrow(ParseError);
    await expect(stream.outputs).rejects.toThrow(ParseError);
    expect(shown).toEqual([{ team: 'billing', urgency: 3 }]);
  });

  it('reads the context where it is called, not where it is read', async () => {
    restore = configure({ lm: new FakeLM(['verdict: kind']) });
    const stream = new Predict(Kind).stream({ text: 'Thanks!' });
    restore();
    restore = configure({ lm: new FakeLM(['verdict: unkind']) });
    expect(await stream.outputs).toEqual({ verdict: 'kind' });
  });

  it('gives a reader that comes late the newest partial, and all else that happened', async () => {
    const stream = new Predict(Ticket, { lm: inPieces(charactersOf(whole)) }).stream({ message });
    await stream.outputs;
    expect(await collect(stream)).toEqual([outputs]);
    expect((await collect(stream.events)).map(({ kind }) => kind)).toEqual(['status', 'partial', 'status']);
  });

  it('gives each of two readers everything', async () => {
    const stream = new Predict(Ticket, { lm: inPieces(charactersOf(whole)) }).stream({ message });
    const [one, other] = await Promise.all([collect(stream), collect(stream)]);
    expect(one).toEqual(other);
    expect(one.length).toBeGreaterThan(20);
  });

  it('stops the call where its only reader leaves, and not where somebody waits for the outputs', async () => {
    const { hanging, signals } = hangingModel();
    for await (const { team } of new Predict(Ticket, { lm: hanging }).stream({ message })) {
      expect(team).toBe('billing');
      break;
    }
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);

    const stream = new Predict(Ticket, { lm: inPieces(charactersOf(whole)) }).stream({ message });
    const wanted = stream.outputs;
    for await (const _ of stream) break;
    expect(await wanted).toEqual(outputs);
  });

  it('ends at once with AbortedError where the signal says so, whether or not the model listens', async () => {
    const deaf = new FakeLM([]);
    deaf.doStream = async function* () {
      yield { kind: 'text', text: '{"team": "billing", ' };
      await new Promise(() => undefined);
    };
    const control = new AbortController();
    const stream = new Predict(Ticket, { lm: deaf }).stream({ message }, { signal: control.signal });
    const reading = (async () => {
      for await (const _ of stream) control.abort();
    })();
    await expect(reading).rejects.toThrow(AbortedError);
  });

  it('gives the text of a field piece by piece', async () => {
    const lm = inPieces(charactersOf(whole));
    const pieces = await collect(new Predict(Ticket, { lm }).stream({ message }).toTextStream('reply'));
    expect(pieces.join('')).toBe(outputs.reply);
    expect(pieces.length).toBeGreaterThan(10);
  });

  it('goes on with a text that the second reply says again, and fails where it says another', async () => {
    const bad = JSON.stringify({ ...outputs, urgency: 7 });
    const again = new Predict(Ticket, { lm: inPieces(charactersOf(bad), charactersOf(whole)) });
    expect(await textOf(again.stream({ message }).toTextStream('reply'))).toBe(outputs.reply);

    const other = JSON.stringify({ ...outputs, urgency: 7, reply: 'Something else.' });
    const changed = new Predict(Ticket, { lm: inPieces(charactersOf(other), charactersOf(whole)) });
    await expect(textOf(changed.stream({ message }).toTextStream('reply'))).rejects.toThrow(StreamResetError);
  });

  it('is a Web stream, which stops the call when it is cancelled', async () => {
    const { hanging, signals } = hangingModel();
    const reader = new Predict(Ticket, { lm: hanging }).stream({ message }).toReadableStream().getReader();
    expect(await reader.read()).toEqual({ done: false, value: { team: 'billing' } });
    await reader.cancel();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('stops the call where it is left while the next piece is waited for, in every form', async () => {
    const forms = {
      partials: (stream) => stream[Symbol.asyncIterator](),
      events: (stream) => stream.events[Symbol.asyncIterator](),
      readable: (stream) => leaverOf(stream.toReadableStream()),
      text: (stream) => leaverOf(stream.toTextStream('reply')),
      server: (stream) => leaverOf(stream.toEventStream()),
    } satisfies Record<string, (stream: ReturnType<Predict<typeof Ticket>['stream']>) => Leaver>;
    for (const [form, open] of Object.entries(forms)) {
      let signal: AbortSignal | undefined;
      const hanging = new FakeLM([]);
      hanging.doStream = async function* (call) {
        signal = call.signal;
        yield { kind: 'text', text: '{"team": "billing", "reply": "We' };
        await new Promise(() => undefined);
      };
      const reader = open(new Predict(Ticket, { lm: hanging }).stream({ message }));
      await reader.next();
      for (let waiting = 0; waiting < 3; waiting++) void reader.next();
      await new Promise((resolve) => setTimeout(resolve, 5));
      await reader.return?.();
      expect({ form, aborted: signal?.aborted }).toEqual({ form, aborted: true });
    }
  });

  it('is written as server-sent events', async () => {
    const bad = '{"verdict": "rude"}';
    const lm = inPieces([bad], ['{"verdict": "kind"}']);
    const chunks = await collect(new Predict(Kind, { lm }).stream({ text: 'Thanks!' }).toEventStream());
    const decoder = new TextDecoder();
    expect(chunks.map((chunk) => decoder.decode(chunk)).join('')).toBe(
      [
        'event: status\ndata: {"path":"","call":0,"status":"started"}\n\n',
        'event: reset\ndata: {"path":"","call":0,"error":{"name":"ParseError","code":"SIGIL3001"}}\n\n',
        'event: partial\ndata: {"path":"","call":0,"value":{"verdict":"kind"}}\n\n',
        'event: status\ndata: {"path":"","call":0,"status":"finished"}\n\n',
        'event: outputs\ndata: {"verdict":"kind"}\n\n',
      ].join(''),
    );
  });

  it('ends server-sent events with the name of the error, and without its words', async () => {
    const lm = new FakeLM(['secret of the prompt']);
    const stream = new Predict(Kind, { lm, maxReasks: 0 }).stream({ text: 'Thanks!' });
    const chunks = await collect(stream.toEventStream());
    const last = new TextDecoder().decode(chunks.at(-1));
    expect(last).toBe('event: error\ndata: {"name":"ParseError","code":"SIGIL3001"}\n\n');
  });

  it('leaves nothing unhandled where nobody reads a call that fails', async () => {
    const unhandled: unknown[] = [];
    const note = (error: unknown): unknown => unhandled.push(error);
    process.on('unhandledRejection', note);
    new Predict(Kind, { lm: new FakeLM([]) }).stream({ text: 'Thanks!' });
    await new Promise((resolve) => setTimeout(resolve, 10));
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });
});

describe('the stream of a program', () => {
  const answer = (call: LMCall): string =>
    call.messages.some(({ content }) => content.includes('team')) ? whole : '{"verdict": "kind"}';

  it('tells what each predictor shows, by its path, and when it begins and ends', async () => {
    const stream = new Support().stream({ message }, { lm: new FakeLM(answer) });
    const events = await collect(stream);
    const statuses = events.flatMap((event) =>
      event.kind === 'status' ? [`${event.path} ${event.status}`] : [],
    );
    expect(statuses).toEqual([
      'triage started',
      'triage finished',
      'judges.both[0] started',
      'judges.both[1] started',
      'judges.both[0] finished',
      'judges.both[1] finished',
      'byName.last started',
      'byName.last finished',
    ]);
    const last = events.findLast((event) => event.kind === 'partial' && event.path === 'triage');
    expect(last).toMatchObject({ value: outputs });
    expect(await stream.outputs).toEqual({ team: 'billing', verdicts: ['kind', 'kind', 'kind'] });
  });

  it('tells two calls of one predictor apart', async () => {
    class Twice extends Judges {
      override async forward({ text }: { text: string }): Promise<{ verdicts: readonly string[] }> {
        const [judge] = this.both;
        const verdicts = await Promise.all([judge?.run({ text }), judge?.run({ text: `${text}!` })]);
        return { verdicts: verdicts.map((one) => one?.verdict ?? '') };
      }
    }
    const lm = new FakeLM((call) =>
      JSON.stringify(call.messages).includes('hi!') ? '{"verdict": "unkind"}' : '{"verdict": "kind"}',
    );
    const events = await collect(new Twice().stream({ text: 'hi' }, { lm }));
    const shown = events.flatMap((event) =>
      event.kind === 'partial' ? [[event.path, event.call, event.value['verdict']]] : [],
    );
    expect(shown).toEqual([
      ['both[0]', 0, 'kind'],
      ['both[0]', 1, 'unkind'],
    ]);
  });

  it('stops every call where its reader leaves', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const hanging = new FakeLM([]);
    hanging.doStream = async function* (call) {
      signals.push(call.signal);
      yield { kind: 'text', text: '{' };
      await new Promise((resolve) => call.signal?.addEventListener('abort', resolve));
    };
    for await (const event of new Judges().stream({ text: 'hi' }, { lm: hanging })) {
      if (event.kind === 'status' && event.path === 'both[1]') break;
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(signals.map((signal) => signal?.aborted)).toEqual(signals.map(() => true));
  });

  it('is written as server-sent events with the outputs of the program', async () => {
    const chunks = await collect(
      new Judges().stream({ text: 'hi' }, { lm: new FakeLM(answer) }).toEventStream(),
    );
    expect(new TextDecoder().decode(chunks.at(-1))).toBe(
      'event: outputs\ndata: {"verdicts":["kind","kind"]}\n\n',
    );
  });

  it('gives the text of a field of one predictor', async () => {
    const stream = new Support().stream({ message }, { lm: new FakeLM(answer) });
    expect(await textOf(stream.toTextStream('triage', 'reply'))).toBe(outputs.reply);
  });
});

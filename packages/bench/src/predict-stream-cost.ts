import type { LanguageModel, StreamPart } from '@sigil/spec';
import { Predict } from 'sigil';
import { adapterById } from 'sigil/adapter';
import { digits, inTurns, median, spread, times, type Figure } from './measure.js';
import { ANSWER, Ticket } from './ticket.js';

/** What a stream of a prediction costs for each piece of the reply, on top of showing it. No bound is set. */
export async function predictStreamCost(): Promise<Figure> {
  const text = `${ANSWER} ${'You will have it on your account within three days. '.repeat(40)}`.trim();
  const pieces = text.match(/.{1,4}/gsu) ?? [];
  const predict = new Predict(Ticket, { lm: pieceByPiece(pieces) });
  const { spec, template } = predict.artifact;
  const adapter = adapterById(template.adapter);
  const [whole = [], bare = []] = await inTurns([
    async () => {
      for await (const partial of predict.stream({ message: 'I was charged twice.' })) void partial;
    },
    () => {
      const partial = adapter.partial(spec);
      for (const piece of pieces) partial.push(piece);
    },
  ]);
  const perPiece = whole.map((one) => (one * 1000) / pieces.length);
  const [cost, beside] = [median(perPiece), (median(bare) * 1000) / pieces.length];
  return {
    what: `Predict.stream without HTTP, ${pieces.length} pieces of 4 characters: for each`,
    wanted: 'no bound',
    median: `${digits(cost)} µs`,
    spread: spread(perPiece),
    beside: [times(cost, beside, `the partial reply of the adapter alone (${digits(beside)} µs)`)],
    reached: true,
  };
}

/** A model whose reply comes in these pieces, at once. */
function pieceByPiece(pieces: readonly string[]): LanguageModel {
  const reply = { text: pieces.join(''), finishReason: 'stop', model: 'pieces' } as const;
  return {
    modelId: 'pieces',
    capabilities: { seed: false },
    prepare: () => ({ endpoint: 'pieces:', body: {} }),
    doGenerate: () => Promise.resolve(reply),
    // oxlint-disable-next-line typescript/require-await -- nothing is waited for
    async *doStream(): AsyncGenerator<StreamPart> {
      for (const delta of pieces) yield { kind: 'text', text: delta };
      yield { kind: 'end', reply };
    },
  };
}

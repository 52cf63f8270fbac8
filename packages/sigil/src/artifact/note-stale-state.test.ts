import { StaleStateError, type OptimizedStatus } from '@sigil/spec';
import { FakeLM } from '@sigil/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configure, InputField, Module, OutputField, Predict, Signature, withContext } from '../index.js';
import * as gen from '../fixtures/ticket.gen.js';

const changed = ["output 'verdict' has another type", 'demos[1] of "*" is not used: verdict is "rude"'];

/** A class of its own, with tuned state of this status. */
function kindTuned(status: OptimizedStatus['status'], differences: readonly string[] = changed) {
  @Signature()
  class Kind {
    static readonly artifact = {
      ...gen.Kind,
      states: { '': { '*': { demos: [{ text: 'Thank you!', verdict: 'kind' }] } } },
      optimized: { status, changed: differences },
    };
    @InputField() text!: string;
    @OutputField() verdict!: 'kind' | 'unkind';
  }
  return Kind;
}

const lm = () => new FakeLM(['verdict: kind', 'verdict: kind', 'verdict: kind']);

let warnings: Error[];
const listen = (warning: Error): void => void warnings.push(warning);
let restore = (): void => undefined;
beforeEach(() => {
  warnings = [];
  process.on('warning', listen);
});
afterEach(() => {
  process.off('warning', listen);
  delete process.env['SIGIL_ON_STALE'];
  restore();
});

/** The messages of the warnings so far: Node emits them at the next turn. */
async function warned(): Promise<readonly string[]> {
  await new Promise((resolve) => setImmediate(resolve));
  return warnings.map(({ message }) => message);
}

describe('tuned state that was tuned for another shape', () => {
  it('is a warning, once for each class, that names the fields and the commands', async () => {
    const Kind = kindTuned('stale');
    for (const predict of [new Predict(Kind, { lm: lm() }), new Predict(Kind, { lm: lm() })]) {
      await predict.run({ text: 'Hello.' });
      await predict.run({ text: 'Hello.' });
    }
    expect(await warned()).toEqual([
      "src/fixtures/ticket.ts#Kind runs with stale tuned state: output 'verdict' has another type; " +
        'demos[1] of "*" is not used: verdict is "rude". ' +
        "Run 'sigil optimize src/fixtures/ticket.ts#Kind ..' or 'sigil accept src/fixtures/ticket.ts#Kind'.",
    ]);
    await new Predict(kindTuned('partial'), { lm: lm() }).run({ text: 'Hello.' });
    expect(await warned()).toHaveLength(2);
  });

  it('tells the first of many differences', async () => {
    const many = Array.from({ length: 20 }, (_, index) => `demos[${index}] is not used`);
    await new Predict(kindTuned('stale', many), { lm: lm() }).run({ text: 'Hello.' });
    expect((await warned())[0]).toContain('demos[7] is not used; and 12 more. Run');
  });

  it.each(['', 'ignore'])('is no matter where it is fresh, or SIGIL_ON_STALE is %j', async (policy) => {
    process.env['SIGIL_ON_STALE'] = policy;
    await new Predict(kindTuned(policy === '' ? 'fresh' : 'stale'), { lm: lm() }).run({ text: 'Hello.' });
    expect(await warned()).toEqual([]);
  });

  it('is no matter for a run with a state of its own', async () => {
    process.env['SIGIL_ON_STALE'] = 'error';
    const predict = new Predict(kindTuned('stale'), { lm: lm() });
    await predict.run({ text: 'Hello.' }, { state: {} });
    expect(await warned()).toEqual([]);
  });

  it('is an error before anything is sent where the code or the environment says so', async () => {
    const fake = lm();
    const predict = new Predict(kindTuned('partial'), { lm: fake });
    const run = () => predict.run({ text: 'Hello.' });
    restore = configure({ onStale: 'error' });
    await expect(run()).rejects.toSatisfy(StaleStateError.isInstance.bind(StaleStateError));
    await expect(run()).rejects.toThrow(
      /^Cannot run src\/fixtures\/ticket\.ts#Kind with its tuned state: it was tuned for another shape \(output 'verdict' has another type; .*\)\. Run 'sigil optimize src\/fixtures\/ticket\.ts#Kind \.\.' or 'sigil accept /u,
    );
    await expect(predict.render({ text: 'Hello.' })).rejects.toThrow('tuned for another shape');
    await withContext({ onStale: 'ignore' }, run);
    process.env['SIGIL_ON_STALE'] = 'error';
    await expect(withContext({ onStale: 'ignore' }, run)).rejects.toThrow('tuned for another shape');
    expect(fake.calls).toHaveLength(1);
    expect(await warned()).toEqual([]);
  });

  it('is told for programs too, by their own id', async () => {
    const Kind = kindTuned('fresh');
    const predictors = { judge: { signature: 'src/fixtures/ticket.ts#Kind' } };
    class Court extends Module {
      static readonly artifact = {
        format: 1,
        kind: 'program',
        id: 'src/court.ts#Court',
        predictors,
        states: { judge: { '*': { demos: [] } } },
        optimized: { status: 'partial', changed: ["predictor 'judge': input 'text' has another type"] },
      };
      judge = new Predict(Kind, { lm: lm() });
      forward({ text }: { text: string }) {
        return this.judge.run({ text });
      }
    }
    const court = new Court();
    await court.run({ text: 'Hello.' });
    await court.run({ text: 'Hello.' });
    expect(await warned()).toEqual([
      "src/court.ts#Court runs with partial tuned state: predictor 'judge': input 'text' has another type. " +
        "Run 'sigil optimize src/court.ts#Court ..' or 'sigil accept src/court.ts#Court'.",
    ]);
    process.env['SIGIL_ON_STALE'] = 'error';
    await expect(court.run({ text: 'Hello.' })).rejects.toThrow(
      'Cannot run src/court.ts#Court with its tuned state',
    );
    await court.run({ text: 'Hello.' }, { state: {} });
  });

  it('refuses a SIGIL_ON_STALE that is none of the three', async () => {
    process.env['SIGIL_ON_STALE'] = 'fail';
    await expect(new Predict(kindTuned('stale'), { lm: lm() }).run({ text: 'x' })).rejects.toThrow(
      "Cannot use SIGIL_ON_STALE: it is 'fail', expected one of: warn, error, ignore.",
    );
  });
});

import fc from 'fast-check';

/**
 * The seed of the property tests: one fixed number, so that a commit that passed once passes again. `PROPERTY_SEED=<number>`
 * tries another, `PROPERTY_SEED=random` a new one every time.
 */
const wanted = process.env.PROPERTY_SEED ?? '20261122';
if (wanted !== 'random') {
  const seed = Number(wanted);
  if (!Number.isSafeInteger(seed)) {
    throw new Error(`PROPERTY_SEED is "${wanted}". Set a whole number, or "random".`);
  }
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
}

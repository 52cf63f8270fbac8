import { errorFunction } from 'simple-statistics';

/**
 * The score interval of a share (Wilson 1927, Journal of the American Statistical Association 22:209-212): all true
 * shares with which a share like the observed one is no surprise. It has a width even where every row was right.
 *
 * @param share from 0 to 1
 * @param count rows that it was observed on, from 1
 * @param level above 0 and below 1: 0.95
 */
export function wilsonInterval(
  share: number,
  count: number,
  level: number,
): { readonly low: number; readonly high: number } {
  const z = normalQuantile((1 + level) / 2);
  const scale = 1 + z ** 2 / count;
  const center = (share + z ** 2 / (2 * count)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2));
  // Holds the share in spite of rounding, which shows at the ends.
  return {
    low: Math.max(0, Math.min(share, center - half)),
    high: Math.min(1, Math.max(share, center + half)),
  };
}

/** The inverse of the normal distribution, by Newton's method: right to about 6 digits, as the error function is. */
function normalQuantile(probability: number): number {
  let z = 0;
  for (let step = 0; step < 50; step += 1) {
    const missing = probability - (1 + errorFunction(z / Math.SQRT2)) / 2;
    const density = Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI);
    z += missing / density;
    if (Math.abs(missing) < 1e-9) break;
  }
  return z;
}

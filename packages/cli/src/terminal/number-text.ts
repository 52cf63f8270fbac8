/** A share of one as percent with one decimal: `81.5 %`. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** A difference of two shares in points, always with its sign: `+25.5 points`. */
export function points(difference: number): string {
  const value = (difference * 100).toFixed(1);
  return `${difference < 0 || value.startsWith('-') ? value : `+${value}`} points`;
}

/** A whole number with thousands set apart: `1,184`. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** A probability: `p = 0.0123`, or `p < 0.0001`. */
export function probability(p: number): string {
  return p < 0.0001 ? 'p < 0.0001' : `p = ${p.toFixed(4)}`;
}

/** `1 row`, `2 rows`. */
export function plural(value: number, word: string): string {
  return `${count(value)} ${word}${value === 1 ? '' : 's'}`;
}

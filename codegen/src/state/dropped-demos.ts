/** Demos that are not used, one sentence for each reason: a renamed output is the same reason for all of them. */
export class DroppedDemos {
  readonly #byReason = new Map<string, number[]>();

  add(index: number, reason: string): void {
    const indices = this.#byReason.get(reason) ?? [];
    this.#byReason.set(reason, [...indices, index]);
  }

  /** @param model of the variant that holds them */
  sentences(model: string): readonly string[] {
    return [...this.#byReason].map(([reason, indices]) => {
      const are = indices.length === 1 ? 'is' : 'are';
      return `demos[${runsOf(indices)}] of ${JSON.stringify(model)} ${are} not used: ${reason}`;
    });
  }
}

/** `0, 3..7` for 0, 3, 4, 5, 6, 7. */
function runsOf(indices: readonly number[]): string {
  const runs: { readonly first: number; last: number }[] = [];
  for (const index of indices) {
    const run = runs.at(-1);
    if (run !== undefined && run.last + 1 === index) run.last = index;
    else runs.push({ first: index, last: index });
  }
  return runs.map(({ first, last }) => (first === last ? `${first}` : `${first}..${last}`)).join(', ');
}

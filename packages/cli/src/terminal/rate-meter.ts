/** Speed of something that is counted, over the last seconds, so that rows from a cache do not promise too much. */
export interface RateMeter {
  /** Tells how many are done at a time, in milliseconds. */
  add(done: number, now: number): void;
  /** Per second; undefined until there is something to measure. */
  perSecond(now: number): number | undefined;
}

/** @param windowMs how far back the speed is measured, in milliseconds */
export function rateMeter(startedAt: number, windowMs = 20_000): RateMeter {
  let marks: { readonly done: number; readonly at: number }[] = [{ done: 0, at: startedAt }];
  return {
    add(done, now) {
      const [before, last] = marks.slice(-2);
      // Fewer than before: something else is counted from here on.
      if (done < (marks.at(-1)?.done ?? 0)) marks = [{ done: 0, at: marks.at(-1)?.at ?? now }];
      // One mark every 100 ms is enough, and keeps the list short at any speed.
      else if (before !== undefined && last !== undefined && last.at - before.at < 100) marks.pop();
      marks.push({ done, at: now });
      while (marks.length > 2 && now - (marks[1]?.at ?? now) > windowMs) marks.shift();
    },
    perSecond(now) {
      const [first, last] = [marks[0], marks.at(-1)];
      if (first === undefined || last === undefined || now <= first.at) return undefined;
      return ((last.done - first.done) * 1000) / (now - first.at);
    },
  };
}

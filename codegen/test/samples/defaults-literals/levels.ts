export enum Level {
  Low = 'low',
  High = 'high',
  'very high' = 'very-high',
}

export const enum Rank {
  First,
  Second,
  Last = -1,
}

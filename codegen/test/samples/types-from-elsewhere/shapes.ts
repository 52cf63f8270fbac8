export interface Item {
  sku: string;
}

interface Original {
  original: boolean;
}

export type { Original as Renamed };

export default interface Standard {
  standard: string;
}

export enum Level {
  High = 'high',
  Low = 'low',
}

export const enum Kind {
  A = 'a',
  B = 'b',
}

export namespace geometry {
  export interface Point {
    x: number;
  }
}

export * from './parts.js';

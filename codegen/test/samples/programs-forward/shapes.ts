export interface Asked {
  /** Of the customer. */
  message: string;
  tone?: 'kind' | 'short';
  due?: Date;
}

export type Answered<T> = { answer: T; sources: string[] };

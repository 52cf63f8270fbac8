export interface Item {
  part: string;
}

export type Size = 'small' | 'large';

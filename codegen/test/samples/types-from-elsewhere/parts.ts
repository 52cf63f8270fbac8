export interface Part {
  part: string;
}

export type Passed = Part | null;

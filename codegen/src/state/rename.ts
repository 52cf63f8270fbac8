/** A field, or the path of a predictor, under its old and its new name. */
export type Rename = readonly [from: string, to: string];

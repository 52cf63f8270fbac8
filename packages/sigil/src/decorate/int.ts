/** A whole number: a field of this type is an integer for the model, and where its answer is checked. */
export type int = number;

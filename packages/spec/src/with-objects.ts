/**
 * The shape of a class some of whose fields hold objects. Their keys are compared, as TypeScript takes an object with
 * a further optional property for the same type. Generated files write it.
 *
 * @example
 * ```ts
 * type Shape = WithObjects<{ text: string; order: { id: string; note?: string } }, 'order'>;
 * ```
 */
export type WithObjects<Shape extends object, Names extends keyof Shape & string> = Shape & {
  readonly '~held'?: Held<Shape, Names>;
};

/** The names are no part of the structure, so that a subclass may narrow a field that holds objects in its base. */
export interface Held<Shape, _Names> {
  readonly '~shape': Shape;
}

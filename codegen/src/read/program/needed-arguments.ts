import { ts } from '../ts-morph.js';

/**
 * The parameters without which no instance of a class can be built: of its constructor, or of the nearest one of its
 * bases.
 *
 * @param classes the farthest base first
 */
export function neededArguments(classes: readonly ts.ClassLikeDeclaration[]): readonly string[] {
  const constructors = classes.map((type) => type.members.filter(ts.isConstructorDeclaration));
  // Of overloads the last one has the body.
  const own = constructors.findLast((found) => found.length > 0)?.at(-1);
  const needed = own?.parameters.filter(
    ({ questionToken, initializer, dotDotDotToken }) =>
      questionToken === undefined && initializer === undefined && dotDotDotToken === undefined,
  );
  return (needed ?? []).map(({ name }) => name.getText().replaceAll(/\s+/gu, ' '));
}

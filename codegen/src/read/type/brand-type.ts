import type { Brand, TypeTree } from '../../declaration/type-tree.js';
import { bothMarks, marksOf } from './marks.js';
import { brandName, phantomText, type BrandPart } from './phantom.js';
import { isLone, type TypeContext, type UnionMember } from './type-context.js';

/** What `& {}` can be written as, which keeps the literals beside it apart from `string`. */
const OPEN = /^\(?(?:\{\s*\}|Record<never,\s*(?:never|unknown|any)>|NonNullable<unknown>|object)\)?$/u;

/** Text, a number or a literal with what stands behind its `&`. */
export function branded(
  base: TypeTree,
  others: readonly BrandPart[],
  about: Pick<TypeTree, 'place' | 'text'>,
  context: TypeContext,
): TypeTree {
  const { place, text } = about;
  const brands = others.filter(({ type }) => !OPEN.test(type.getText()));
  if (base.kind === 'string' && brands.length === 0) return { ...base, suggestions: [], place, text };
  const [brand] = brands;
  if (brand === undefined) return base;
  const marks = bothMarks(base.marks ?? [], marksOf(brands, context));
  if (base.kind !== 'string' && base.kind !== 'number') return { ...base, marks };
  const own = phantomText(brands, context);
  // With a symbol in one of them, TypeScript compares the base.
  const isPrinted = own !== undefined && (base.brand === undefined || base.brand.text !== undefined);
  const printed = isPrinted
    ? [base.brand?.text, own].filter((one) => one !== undefined).join(' & ')
    : undefined;
  const name = brandName(brand.type, context);
  const found: Brand = { name, ...(printed === undefined ? {} : { text: printed }) };
  return { ...base, brand: found, marks, place, text };
}

/** A base with its brand: on each of its variants, as TypeScript has it. */
export function marked(base: UnionMember, brands: readonly BrandPart[], context: TypeContext): UnionMember {
  if (isLone(base)) return base;
  switch (base.kind) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'bigint':
    case 'enum':
    case 'template':
      return branded(base, brands, base, context);
    case 'union':
      return {
        ...base,
        variants: base.variants.map((variant) => {
          const one = marked(variant, brands, context);
          return isLone(one) ? variant : one;
        }),
      };
    case 'map':
      return withPhantom(base, base.form === 'map' ? [] : brands, brands, context);
    case 'object':
    case 'recursive':
    case 'reference':
      return withPhantom(base, brands, brands, context);
    case 'array':
    case 'set':
    case 'tuple':
    case 'date':
      return withPhantom(base, [], brands, context);
    default:
      return base;
  }
}

/** @param printed the brands that the generated types name */
function withPhantom(
  base: TypeTree,
  printed: readonly BrandPart[],
  brands: readonly BrandPart[],
  context: TypeContext,
): TypeTree {
  const own = printed.length === 0 ? undefined : phantomText(printed, context);
  const texts = [base.phantom, own].filter((text) => text !== undefined);
  const marks = bothMarks(base.marks ?? [], marksOf(brands, context));
  return { ...base, marks, ...(texts.length === 0 ? {} : { phantom: texts.join(' & ') }) };
}

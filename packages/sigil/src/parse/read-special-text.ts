import { templatePattern } from '@sigil/schema';
import type { BigIntType, DateType, TemplateType } from '@sigil/spec';

/** The text that stands for a value of these types, in its one exact form; undefined where there is none. */
export function readSpecialText(
  text: string,
  type: BigIntType | DateType | TemplateType,
): { readonly value: string; readonly exact: boolean } | undefined {
  const bare = text.replace(/^[*_`"'“‘]+|[*_`"'”’]+$/gu, '').trim();
  const value = type.kind === 'date' ? dateIn(bare, type) : type.kind === 'bigint' ? digitsIn(bare) : bare;
  if (value === undefined) return undefined;
  if (type.kind === 'template' && !new RegExp(templatePattern(type), 'u').test(value)) return undefined;
  return { value, exact: value === text };
}

function digitsIn(text: string): string | undefined {
  const plain = /^[-+]?\d{1,3}(?:,\d{3})+$/u.test(text) ? text.replaceAll(',', '') : text;
  return /^[-+]?\d+$/u.test(plain) ? plain.replace('+', '') : undefined;
}

const DAY = /^\d{4}-\d\d-\d\d$/u;
const TIME = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?$/iu;

/** A day without a time is its midnight, a time without a zone is in UTC: the note says so. */
function dateIn(text: string, { precision }: DateType): string | undefined {
  const time = TIME.exec(text);
  const day = time?.[1] ?? (DAY.test(text) ? text : undefined);
  if (day === undefined) return undefined;
  const zone = (time?.[4] ?? 'Z').toUpperCase().replace(/^([+-]\d\d):?(\d\d)$/u, '$1:$2');
  const clock = time === null ? '00:00:00' : `${time[2] ?? ''}${time[3] ?? ':00'}`;
  const whole = `${day}T${clock}${zone}`;
  const parsed = new Date(whole);
  const isReal =
    !Number.isNaN(parsed.getTime()) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
  if (!isReal) return undefined;
  return precision === 'day' ? day : whole;
}

import { isInstant, templatePattern } from '@sigil/schema';
import type { BigIntType, DateType, TemplateType } from '@sigil/spec';

/** The text of a value in its one exact form, and what had to be changed for it. */
export interface SpecialReading {
  readonly value: string;
  /** The kind of the change; absent where the text is the value. */
  readonly change?: string;
}

/** Reads a date, digits, or text of a template; undefined where there is none. */
export function readSpecialText(
  text: string,
  type: BigIntType | DateType | TemplateType,
): SpecialReading | undefined {
  const bare = text.replace(/^[*_`"'“‘]+|[*_`"'”’]+$/gu, '').trim();
  if (type.kind === 'template') {
    const pattern = new RegExp(templatePattern(type), 'u');
    // The quotes may be part of it.
    const value = [text, bare].find((one) => pattern.test(one));
    return value === undefined ? undefined : changed(text, value, 'template-from-text');
  }
  if (type.kind === 'bigint') {
    const digits = digitsIn(bare);
    return digits === undefined ? undefined : changed(text, digits, 'bigint-from-text');
  }
  const date = dateIn(bare, type);
  return date === undefined ? undefined : changed(text, date.value, date.change);
}

function changed(text: string, value: string, change: string): SpecialReading {
  return value === text ? { value } : { value, change };
}

function digitsIn(text: string): string | undefined {
  const plain = /^[-+]?\d{1,3}(?:,\d{3})+$/u.test(text) ? text.replaceAll(',', '') : text;
  return /^[-+]?\d+$/u.test(plain) ? plain.replace('+', '') : undefined;
}

const DAY = /^\d{4}-\d\d-\d\d$/u;
const TIME = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?$/iu;

/** A day without a time is its midnight, a time without a zone is in UTC: the note says so. */
function dateIn(
  text: string,
  { precision }: DateType,
): { readonly value: string; readonly change: string } | undefined {
  const time = TIME.exec(text);
  const day = time?.[1] ?? (DAY.test(text) ? text : undefined);
  if (day === undefined) return undefined;
  const zone = (time?.[4] ?? 'Z').toUpperCase().replace(/^([+-]\d\d):?(\d\d)$/u, '$1:$2');
  const clock = time === null ? '00:00:00' : `${time[2] ?? ''}${time[3] ?? ':00'}`;
  const whole = `${day}T${clock}${zone}`;
  const parsed = new Date(whole);
  const isReal =
    !Number.isNaN(parsed.getTime()) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
  if (!isReal || (precision === 'time' && !isInstant(whole))) return undefined;
  if (precision === 'day') return { value: day, change: time === null ? 'date-from-text' : 'time-dropped' };
  if (time === null) return { value: whole, change: 'midnight-assumed' };
  return { value: whole, change: time[4] === undefined ? 'utc-assumed' : 'date-from-text' };
}

/** Numbers and names as people read them on the pages. */
import type { Num } from '../../num.ts';
import { kindOf } from '../../run/metrics/accounts.ts';
import { homeOf } from '../../core/equity.ts';

/** A plain decimal as people read it: thousands apart, one minus sign, none on a zero. */
function written(text: string): string {
  const [whole = '', part] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const all = part === undefined ? grouped : `${grouped}.${part}`;
  return Number(text) === 0 ? all.replace('-', '') : all.replace('-', '−');
}

/** Whole numbers of five digits and more in a sentence, thousands apart; names in it with spaces. */
export const grouped = (sentence: string): string =>
  sentence
    .replace(/(?<![\d.])\d{5,}(?![\d.]*\d)/g, (digits) => written(digits))
    .replace(/(?<=[a-z])_(?=[a-z])/g, ' ');

/** `13.40`, and `40` where there are no hundredths; `1,040`; no minus sign on a zero. */
export function amount(value: Num | number): string {
  const number = typeof value === 'number' ? value : value.toNumber();
  return written(Number.isInteger(number) ? String(number) : number.toFixed(2));
}

/** Two decimals always, for columns of a table. */
export const fixed = (value: Num | number | null, places = 2): string =>
  value === null ? '–' : written((typeof value === 'number' ? value : value.toNumber()).toFixed(places));

/** A rate in percent: 0.1327 is `13.27 %`. */
export const percent = (rate: Num | number | null): string =>
  rate === null ? '–' : `${fixed((typeof rate === 'number' ? rate : rate.toNumber()) * 100)} %`;

/** A difference of rates, in percentage points and with its sign. */
export function points(difference: number | null, places = 2): string {
  if (difference === null) return '–';
  const text = fixed(100 * difference, places);
  return difference > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** The name of a comparison, `passive - active`, with a minus sign. */
export const withMinus = (comparison: string): string => comparison.replace('-', '−');

/** `short` as `Short`: buckets read like names. */
export const bucketName = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);

/** `dealer:mid` as `the Mid dealer`; a trader by its id. */
export function partyName(id: string): string {
  const kind = kindOf(id);
  const home = homeOf(id);
  if (kind === 'trader' || home === null) return id;
  return `the ${bucketName(home)} ${kind === 'vbt' ? 'VBT' : kind}`;
}

export { counted, listed } from '../../counted.ts';

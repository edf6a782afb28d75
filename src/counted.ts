/** Counts, shares, days and lists as people read them. */

/** `1 liability`, `2 liabilities`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${String(count)} ${count === 1 ? one : many}`;

/** 0.1327 is `13.3 %`, or with two places `13.27 %`; a part of a whole as its share. */
export const percent = (part: number, whole = 1, places = 1): string =>
  `${((100 * part) / whole).toFixed(places)} %`;

/** The day of a time, the present one unless given, as `2027-06-30`. */
export const dayOf = (time: number = Date.now()): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC' }).format(time);

/** `k1, k2 and k3`. */
export const listed = (names: readonly string[]): string =>
  [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(' and ');

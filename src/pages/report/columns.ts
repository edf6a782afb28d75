/** Rows as columns, so that many of them make a small file: what repeats is written once. */

/** A column whose values repeat: each of them once, and the place of that of every row. */
interface Repeated {
  readonly values: readonly unknown[];
  readonly at: readonly number[];
}

/** `T` names the rows that the columns are made of. */
export interface Columns<T extends object> {
  readonly of: Readonly<Record<keyof T & string, Repeated | { readonly plain: readonly unknown[] }>>;
}

/** Digits of a number that a page can show; the rest would only be bytes. */
const DIGITS = 12;

const short = (value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(DIGITS)) : value;

/** All rows have the same keys; their values are texts, numbers, booleans, null or lists of these. */
export function toColumns<T extends object>(rows: readonly T[]): Columns<T> {
  const keys = Object.keys(rows[0] ?? {}) as (keyof T & string)[];
  // a key for every column, by the line above
  const of = Object.fromEntries(keys.map((key) => [key, column(rows.map((row) => short(row[key])))]));
  return { of: of as Columns<T>['of'] };
}

function column(values: readonly unknown[]): Repeated | { readonly plain: readonly unknown[] } {
  const places = new Map<string, number>();
  const unique: unknown[] = [];
  const at = values.map((value) => {
    const name = JSON.stringify(value);
    const known = places.get(name) ?? unique.push(value) - 1;
    places.set(name, known);
    return known;
  });
  return unique.length * 4 > values.length ? { plain: values } : { values: unique, at };
}

export function fromColumns<T extends object>({ of }: Columns<T>): T[] {
  const read = Object.entries<Repeated | { readonly plain: readonly unknown[] }>(of).map(([key, own]) => ({
    key,
    values: 'plain' in own ? own.plain : own.at.map((i) => own.values[i]),
  }));
  // what toColumns made of rows of this type
  return Array.from(
    { length: read[0]?.values.length ?? 0 },
    (_, i) => Object.fromEntries(read.map(({ key, values }) => [key, values[i]])) as T,
  );
}

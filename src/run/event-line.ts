/** An event as a line of `events.jsonl`, and back. OUT-02. */
import type { ModelEvent } from '../core/events.ts';
import type { Arithmetic } from '../num.ts';
import { isNum, snakeCase } from './plain.ts';

/** What a line is written to, piece by piece: to put it together first takes a third of the time again. */
export interface Pieces {
  write(text: string): void;
  /** A text in quotation marks, with what JSON escapes escaped. */
  writeQuoted(text: string): void;
}

/** `day` and `kind` first, then the kind's fields in the order in which the model tells them. */
export function writeEvent(event: ModelEvent, out: Pieces): void {
  out.write('{"day":');
  out.write(String(event.day));
  out.write(',"kind":');
  out.writeQuoted(event.kind);
  const fields = event as unknown as Readonly<Record<string, unknown>>;
  for (const key in fields) {
    if (key === 'day' || key === 'kind') continue;
    out.write(',');
    out.write(keyText(key));
    writeValue(fields[key], out);
  }
  out.write('}\n');
}

const keyTexts = new Map<string, string>();

/** A key with its colon. The model has a few dozen, a log has millions. */
function keyText(key: string): string {
  const known = keyTexts.get(key);
  if (known !== undefined) return known;
  const made = `"${snakeCase(key)}":`;
  keyTexts.set(key, made);
  return made;
}

function writeValue(value: unknown, out: Pieces): void {
  if (typeof value === 'string') out.writeQuoted(value);
  else if (typeof value === 'number' || typeof value === 'boolean') out.write(String(value));
  else if (value === null || value === undefined) out.write('null');
  else if (typeof value !== 'object') throw new Error(`a ${typeof value} cannot be written in an event`);
  else if (Array.isArray(value)) writeList(value, out);
  else if (isNum(value)) out.writeQuoted(value.toFixed());
  else writeObject(value as Readonly<Record<string, unknown>>, out);
}

function writeList(list: readonly unknown[], out: Pieces): void {
  let before = '[';
  for (const item of list) {
    out.write(before);
    before = ',';
    writeValue(item, out);
  }
  out.write(list.length === 0 ? '[]' : ']');
}

function writeObject(object: Readonly<Record<string, unknown>>, out: Pieces): void {
  let before = '{';
  for (const key in object) {
    out.write(before);
    before = ',';
    out.write(keyText(key));
    writeValue(object[key], out);
  }
  out.write(before === '{' ? '{}' : '}');
}

/** The fields that hold a number of the model rather than a text or a count. */
const amounts: ReadonlySet<string> = new Set([
  'ticketSize',
  'outsideMid',
  'outsideSpread',
  'outsideBid',
  'outsideAsk',
  'outsideMidBefore',
  'cash',
  'amount',
  'paid',
  'recovery',
  'price',
  'lossRate',
  'bid',
  'ask',
  'dealerCash',
  'dealerCapacity',
  'dealerMidline',
]);

const camelCase = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Reads a line that `writeEvent` wrote. */
export function readEventLine(line: string, numbers: Arithmetic): ModelEvent {
  return revive(JSON.parse(line), numbers) as ModelEvent;
}

function revive(value: unknown, numbers: Arithmetic): unknown {
  if (Array.isArray(value)) return value.map((item) => revive(item, numbers));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, of]) => {
      const key = camelCase(name);
      return [key, amounts.has(key) && typeof of === 'string' ? numbers.of(of) : revive(of, numbers)];
    }),
  );
}

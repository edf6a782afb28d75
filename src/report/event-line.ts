/** An event as a line of `events.jsonl`, and back. OUT-02. */
import type { ModelEvent } from '../core/events.ts';
import type { Arithmetic } from '../num.ts';
import { isNum, snakeCase } from './plain.ts';

/** `day` and `kind` first, then the kind's fields in the order in which the model tells them. */
export function eventLine(event: ModelEvent): string {
  let line = `{"day":${String(event.day)},"kind":"${event.kind}"`;
  const fields = event as unknown as Readonly<Record<string, unknown>>;
  for (const key in fields) {
    if (key !== 'day' && key !== 'kind') line += `,${keyText(key)}${valueText(fields[key])}`;
  }
  return `${line}}\n`;
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

/** Texts in which JSON has nothing to escape: most ids. */
const harmless = /^[\w.~: -]*$/;

function valueText(value: unknown): string {
  if (typeof value === 'string') return harmless.test(value) ? `"${value}"` : JSON.stringify(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'object') throw new Error(`a ${typeof value} cannot be written in an event`);
  if (Array.isArray(value)) return listText(value);
  return isNum(value) ? `"${value.toFixed()}"` : objectText(value as Readonly<Record<string, unknown>>);
}

// both grow one text: lists of lists of pieces are what a log of millions of lines is slow by
function listText(list: readonly unknown[]): string {
  let text = '[';
  for (const item of list) text += text === '[' ? valueText(item) : `,${valueText(item)}`;
  return `${text}]`;
}

function objectText(object: Readonly<Record<string, unknown>>): string {
  let text = '{';
  for (const key in object) text += `${text === '{' ? '' : ','}${keyText(key)}${valueText(object[key])}`;
  return `${text}}`;
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

/** Reads a line that `eventLine` wrote. */
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

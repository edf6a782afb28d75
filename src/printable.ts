/**
 * Text from files and from other programs, as it may be printed. A character that steers a terminal, or turns the
 * order of reading around, is shown as JSON would write it and has no effect; so what is JSON stays the same JSON.
 */

/** C0 without the line feed, DEL, C1, and the controls of bidirectional text. */
const STEERING = /[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const short: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const shown = (character: string): string =>
  short[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Lines stay lines. */
export const printable = (text: string): string => text.replace(STEERING, shown);

/** For names and values that stand within a line: they cannot begin another one. */
export const onOneLine = (text: string): string => printable(text).replace(/[\n\u2028\u2029]/g, shown);

/** For the text and the attributes of XML 1.0, without the characters that it cannot hold. */
export const xmlText = (text: string): string =>
  printable(text)
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

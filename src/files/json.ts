/** JSON as it is read from a file. */
import type { z } from 'zod';
import { inFiles, Fault, type FileFault } from './faults.ts';
import { inWords, shapeFaults } from './shape.ts';

/** No file of ours, and no message of cucumber, nests nearly as deep. */
export const DEEPEST = 100;

/** @throws Fault with the line where the text is no JSON. */
export function parseJson(text: string, file: string, firstLine = 1): unknown {
  const tell = (position: number, found: string, allowed: string): Fault => {
    const line = firstLine + text.slice(0, position).split('\n').length - 1;
    return inFiles([{ file, line, path: '', found, allowed }]);
  };
  const deep = tooDeepAt(text);
  if (deep !== null)
    throw tell(deep, 'values nested too deep', `at most ${String(DEEPEST)} levels of lists and objects`);
  try {
    return JSON.parse(text);
  } catch (error) {
    // the parser names the position, but not where the text breaks off
    const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    throw tell(
      position === undefined ? text.trimEnd().length : Number(position),
      'a text that is damaged or cut off',
      'JSON',
    );
  }
}

/** Reads JSON and checks its shape. @throws Fault with every fault. */
export function readJson<T>(text: string, file: string, schema: z.ZodType<T>): T {
  const value = parseJson(text, file);
  const read = schema.safeParse(value, { error: inWords });
  if (read.success) return read.data;
  throw inFiles(shapeFaults(read.error, value).map((fault): FileFault => ({ file, line: 0, ...fault })));
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Where the text nests too deep: what walks through its values would overflow the stack. */
function tooDeepAt(text: string): number | null {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) {
      for (i++; i < text.length && text.charCodeAt(i) !== QUOTE; i++)
        if (text.charCodeAt(i) === BACKSLASH) i++;
    } else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      if (++depth > DEEPEST) return i;
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth--;
  }
  return null;
}

import { readFileSync } from 'node:fs';

/** The program's version, from package.json, read once. */
export const version = (): string => (read ??= ofPackage());

let read: string | null = null;

function ofPackage(): string {
  const file = new URL('../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

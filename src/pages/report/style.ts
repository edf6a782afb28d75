/** The style sheet that all pages of a report carry. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

let text: string | undefined;

export const siteStyle = (): string =>
  (text ??= readFileSync(fileURLToPath(new URL('site.css', import.meta.url)), 'utf8'));

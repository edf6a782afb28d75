import { fileURLToPath } from 'node:url';

/** The folder that holds `src`, `steps` and `features`: the project itself, or `dist` of the installed package. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The folder of the pages in Markdown: in the installed package beside `dist`. */
export const docs = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../docs/' : '../../docs/', import.meta.url),
);

/** How the files of code end where this runs: `ts` in the project, `js` in the installed package. */
export const codeEnding = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/** Every file of steps, as cucumber takes it, from `root`. */
export const stepFiles = `steps/**/*.${codeEnding}`;

/** The folder that holds `src` and `steps` as they are written: TypeScript beside its JavaScript would be taken for types. */
export const sources = codeEnding === 'ts' ? root : fileURLToPath(new URL('../source/', import.meta.url));

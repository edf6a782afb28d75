/**
 * Makes programs of the wrong implementations: the built-in core served over the protocol, as one file, with
 * a change in it. The core's own checks C1 … C6 are off, as in a program of somebody else's: the features
 * have to see it.
 */
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { readSources, type Sources } from '../../strength/anchor.ts';
import type { Change } from './errors.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The built-in core: what a change may be made in. */
const core = readSources(root, ['src/core', 'src/protocol', 'src/num.ts', 'src/random.ts']);

const program = (checks: boolean): string => `
  import { BuiltInModel } from './src/protocol/model.ts';
  import { serve } from './src/protocol/serve.ts';
  import { decimal } from './src/num.ts';
  await serve(new BuiltInModel(decimal, 'wrong', { checks: ${String(checks)} }), process.stdin, process.stdout);
`;

/**
 * Writes the program with the changes in it into a folder and gives the command that starts it. Throws when a
 * piece to change does not stand in its function exactly once.
 */
export async function buildProgram(
  id: string,
  changes: readonly Change[],
  folder: string,
  { checks = false } = {},
): Promise<[string, string]> {
  return [process.execPath, await bundle(id, program(checks), changes, folder)];
}

/**
 * The changed core as a module, to be asked in this process, with the packages that are loaded here: it exports
 * `BuiltInModel` and its `decimal`.
 */
export const buildModule = (id: string, changes: readonly Change[], folder: string): Promise<string> =>
  bundle(
    id,
    `export { BuiltInModel } from './src/protocol/model.ts'; export { decimal } from './src/num.ts';`,
    changes,
    folder,
    [packagesLoadedHere],
  );

const packagesLoadedHere: Plugin = {
  name: 'packages loaded here',
  setup(setup) {
    setup.onResolve({ filter: /^[^./]/ }, ({ path }) => ({
      path: import.meta.resolve(path),
      external: true,
    }));
  },
};

async function bundle(
  id: string,
  contents: string,
  changes: readonly Change[],
  folder: string,
  plugins: readonly Plugin[] = [],
): Promise<string> {
  const outfile = join(folder, `${id}.mjs`);
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'silent',
    plugins: [editing(edited(id, changes)), ...plugins],
  });
  return outfile;
}

/** The changed texts, by file. */
export function edited(
  id: string,
  changes: readonly Change[],
  sources: Sources = core,
): ReadonlyMap<string, string> {
  const places = changes.map((change) => ({ ...sources.place(id, change), replace: change.replace }));
  const texts = new Map<string, string>();
  // from the end, so that what comes before stays where it is
  for (const { file, start, end, replace } of places.sort((a, b) => b.start - a.start)) {
    const text = texts.get(file) ?? sources.texts.get(file) ?? '';
    texts.set(file, `${text.slice(0, start)}${replace}${text.slice(end)}`);
  }
  return texts;
}

/** Loads the changed texts in place of their files, and insists that each was asked for. */
function editing(texts: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'editing',
    setup(setup) {
      const waiting = new Set(texts.keys());
      setup.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const file = relative(root, path);
        const contents = texts.get(file);
        waiting.delete(file);
        return contents === undefined ? null : { contents, loader: 'ts' };
      });
      setup.onEnd(() => ({
        errors: [...waiting].map((file) => ({ text: `${file} is no part of the program` })),
      }));
    },
  };
}

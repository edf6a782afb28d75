/** The programs of the pages, bundled for a browser: made ahead in the installed package, here where they are asked for. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the package has the program of this entry. */
export const bundled = (entry: URL): URL => new URL(entry.href.replace(/\.[jt]sx?$/, '.bundle.js'));

/** What a program that takes steps of the features has in place of cucumber, of node and of processes. */
const replaced: readonly (readonly [pattern: RegExp, by: string])[] = [
  [/^@cucumber\/cucumber$/, 'try/cucumber.ts'],
  [/^node:(assert\/strict|util)$/, 'try/node.ts'],
  [/\/protocol\/supervised\.ts$/, 'try/child.ts'],
  [/\/version\.ts$/, 'try/version.ts'],
];

/** One self-contained classic script, as `<script src>` at file:// needs it. */
export async function bundle(entry: URL): Promise<string> {
  const ready = bundled(entry);
  if (existsSync(ready)) return readFileSync(ready, 'utf8');
  const esbuild = await import('esbuild');
  const { outputFiles } = await esbuild.build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [
      {
        name: 'in a page',
        setup(build) {
          for (const [filter, by] of replaced)
            build.onResolve({ filter }, () => ({ path: fileURLToPath(new URL(by, import.meta.url)) }));
        },
      },
    ],
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error(`nothing came of bundling ${entry.href}`);
  return script.text;
}

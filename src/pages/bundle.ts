/** The programs of the pages, bundled for a browser from the same TypeScript that runs here. */
import { build } from 'esbuild';

/** One self-contained classic script, as `<script src>` at file:// needs it. */
export async function bundle(entry: URL): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry.pathname],
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
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error(`nothing came of bundling ${entry.pathname}`);
  return script.text;
}

/** The adapter that goes wrong, as one plain file: it starts in a moment, as often as a test has to. */
import { build } from 'esbuild';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scratchFolder } from '../../src/files/scratch.ts';

/** The command that starts it with this fault. */
export async function buildAdapter(): Promise<
  (fault: string, claims?: string) => readonly [string, ...string[]]
> {
  const outfile = join(scratchFolder(), 'adapter.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('adapter.ts', import.meta.url))],
    bundle: true,
    outfile,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
  });
  return (fault, claims) => [process.execPath, outfile, fault, ...(claims === undefined ? [] : [claims])];
}

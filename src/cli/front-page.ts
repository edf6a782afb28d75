/** The front page beside what a command has written. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';

/** Brings it up to date, where there is one of ours; pages are loaded only then. */
export async function refreshFrontPage(output: string): Promise<void> {
  if (!existsSync(join(dirname(resolve(output)), 'index.html'))) return;
  const pages = await import('../pages/front/page.tsx');
  pages.refreshFrontPage(output);
}

/** After every command: by the folder or file that it was told to write, or to report on. */
export async function refreshFrontPages(command: Command): Promise<void> {
  const { out, outDir } = command.opts<{ readonly out?: unknown; readonly outDir?: unknown }>();
  for (const path of [out, outDir, command.args[0]])
    if (typeof path === 'string' && existsSync(path)) await refreshFrontPage(path);
}

/** A small but real run for the pages of the specification, and one in which something is broken. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scratchFolder } from '../../src/files/scratch.ts';
import { readBook, type SpecFiles } from '../../src/pages/specification/book.ts';
import { site } from '../../src/pages/specification/site.tsx';
import { filesOf } from '../gate/real-suite.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const today = '2026-01-01';

/** Runs these features of a tree and gives the messages. */
export function run(features: readonly string[], cwd = root): string {
  const folder = scratchFolder();
  const config = join(cwd, `cucumber.${String(process.pid)}.mjs`);
  const out = join(folder, 'messages.ndjson');
  writeFileSync(
    config,
    `import { register } from 'tsx/esm/api';\nregister();\nexport default ${JSON.stringify({
      paths: features,
      import: ['steps/**/*.ts'],
      format: ['summary'],
      worldParameters: { arithmetic: 'decimal', pictures: true },
    })};\n`,
  );
  try {
    const args = ['--config', `cucumber.${String(process.pid)}.mjs`, '--format', `message:${out}`];
    const env = { ...process.env, NODE_V8_COVERAGE: '' };
    spawnSync(join(root, 'node_modules/.bin/cucumber-js'), args, { cwd, env });
  } finally {
    rmSync(config);
  }
  return readFileSync(out, 'utf8');
}

const text = (path: string) => ({ path, text: readFileSync(join(root, path), 'utf8') });

export const specFiles = (messages: string): SpecFiles => ({
  gate: {
    ...filesOf(messages),
    accepted: text('features/accepted.yaml'),
    waivers: text('features/waivers.yaml'),
  },
  formulas: text('features/formulas.yaml'),
  sources: readdirSync(join(root, 'src/core'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => text(`src/core/${name}`)),
});

export const bookOf = (messages: string) =>
  readBook(specFiles(messages), { commits: [], today, ci: false }, (place) => `npx cucumber-js ${place}`);

/** The site in a folder of its own. */
export async function siteOf(messages: string): Promise<{ folder: string; bytes: number }> {
  const folder = scratchFolder();
  let bytes = 0;
  for (const [name, content] of await site(bookOf(messages))) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    bytes += Buffer.byteLength(content);
  }
  return { folder, bytes };
}

/** `ringspec claims`: claim files judged by the sweeps that they ask for. CLM-03, CLI-01, CLI-04, CLI-05. */
import { jsonDocument } from '../files/json-document.ts';
import { join } from 'node:path';
import type { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import type { ClaimFile } from '../study/claims/claim-file.ts';
import type { JudgedFile } from '../study/claims/run.ts';
import { wholeNumber } from './numbers.ts';
import { pairsDone, ProgressLine } from './progress-line.ts';
import { pathName, pathNames } from './path-name.ts';
import { untilInterrupted } from './until-interrupted.ts';
import { err, out, tell } from '../terminal.ts';

const example = `
Examples:
  $ ringspec init claims
  $ ringspec claims claims.feature --out reports/claims

A claim file is Gherkin in the phrases of docs/claims.md: an experiment, then statements about it.
What has to run is run, or found in the folder's cache; the file is printed with a verdict beside
each statement. The folder gets index.html, claims.json, junit.xml and manifest.json.
Exit status: 0 all supported, 1 something contradicted, 2 something undecided, 65 a fault in a file.`;

interface Flags {
  readonly out: string;
  readonly workers?: number;
  readonly json?: boolean;
}

export function describeClaims(program: Command): void {
  program
    .command('claims')
    .description('whether sweeps support what claim files say')
    .argument('<files...>', 'claim files', pathNames)
    .requiredOption('--out <dir>', 'folder for the answer, and for the sweeps', pathName)
    .option('--workers <n>', 'threads (all cores)', wholeNumber)
    .option('--json', 'print the result as JSON')
    .addHelpText('after', example)
    .action(run);
}

async function run(files: readonly string[], flags: Flags): Promise<void> {
  const { readText } = await import('../files/read-text.ts');
  const { readAll } = await import('../files/faults.ts');
  const { parseClaimFile } = await import('../study/claims/claim-file.ts');
  const { inClaimsFolder, ReadSweeps } = await import('../study/claims/folder.ts');
  const sweeps = new ReadSweeps();
  const claims = readAll(
    ...[...new Set(files)].map(
      (file) => () => parseClaimFile(readText(file, 'a claim file'), file, sweeps.load),
    ),
  );
  await inClaimsFolder(flags.out, async () => {
    const judged = await judgeAll(claims, flags);
    if (judged === null) return;
    await write(flags.out, judged, sweeps.sweeps);
    await print(judged, flags);
  });
}

/** Null where it was interrupted, which is told. */
async function judgeAll(
  claims: readonly ClaimFile[],
  { out: folder, workers }: Flags,
): Promise<JudgedFile[] | null> {
  const { runClaims } = await import('../study/claims/run.ts');
  let line = new ProgressLine();
  let running = '';
  try {
    const judged = await untilInterrupted((signal) =>
      runClaims(claims, {
        folder,
        workers: workers ?? null,
        signal,
        onProgress: ({ id, file }, progress) => {
          // the time left is that of one experiment
          if (id !== running) line = new ProgressLine();
          running = id;
          line.show((seconds) => `${file ?? 'a table'}: ${pairsDone(progress, seconds)}`);
        },
        onDamage: tell,
      }),
    );
    line.end();
    if (judged !== null) return judged;
    err('interrupted: what is done is kept; the same command goes on from there\n');
    process.exitCode = exitCodes.interrupted;
    return null;
  } finally {
    line.end();
  }
}

async function write(
  folder: string,
  judged: readonly JudgedFile[],
  sweeps: Parameters<typeof import('../study/claims/folder.ts').writeManifest>[1]['sweeps'],
): Promise<void> {
  const { sha256 } = await import('../files/sha256.ts');
  const { writeManifest } = await import('../study/claims/folder.ts');
  const { writeOwn } = await import('../files/write-whole.ts');
  const texts = await textsOf(judged);
  for (const [name, text] of texts) writeOwn(join(folder, name), text);
  writeManifest(folder, {
    files: judged.map(({ claims: { file, text } }) => ({ file, text })),
    sweeps,
    sha256: Object.fromEntries(texts.map(([name, text]) => [name, sha256(text)])),
  });
}

/** The files of an answer by name, which are the same for the same claims. */
export async function textsOf(
  judged: readonly JudgedFile[],
): Promise<(readonly [name: string, text: string])[]> {
  const { junit, told } = await import('../study/claims/tables.ts');
  const { claimsPage } = await import('../pages/claims/page.tsx');
  return [
    ['claims.json', jsonDocument(told(judged))],
    ['junit.xml', junit(judged)],
    ['index.html', claimsPage(judged)],
  ];
}

async function print(judged: readonly JudgedFile[], { json }: Flags): Promise<void> {
  const { told } = await import('../study/claims/tables.ts');
  const { showText, tally } = await import('../study/claims/words.ts');
  out(json === true ? jsonDocument(told(judged)) : showText(judged));
  const { contradicted, undecided } = tally(judged);
  if (contradicted > 0) process.exitCode = exitCodes.failed;
  else if (undecided > 0) process.exitCode = exitCodes.undecided;
}

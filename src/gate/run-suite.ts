/** Running the suite for the gate: a convenience. The gate itself only reads what a run has written. */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import { onDisk } from '../files/on-disk.ts';
import { writeWhole } from '../files/write-whole.ts';
import { headCommit, readFeatureFiles, readMaybe, readText, type GatePaths } from './files.ts';
import { closeRecord, recordTree } from './record.ts';

/** What a run takes when the command line names no other: the features, then the properties. */
export const usualRun = ({ messages, properties }: GatePaths): string =>
  [
    `npx cucumber-js --profile decimal --format message:"${messages}" --format progress`,
    `node --import tsx src/gate/check-properties.ts "${properties}" test/properties/*.test.ts`,
  ].join('; ');

/**
 * Clears what an earlier run left, records the tree, runs the command, and binds what it wrote to the record.
 * Whether scenarios failed is in the messages, so the command's own exit status says nothing more.
 */
export async function runSuite(command: string, paths: GatePaths): Promise<void> {
  for (const path of [paths.messages, paths.properties, paths.record])
    onDisk(path, () => {
      rmSync(path, { force: true });
    });
  makeFolder(dirname(paths.messages));
  const record = recordTree(headCommit(), readText(paths.catalogue), readFeatureFiles(paths.features));
  await new Promise<void>((done, fail) => {
    // the suite's own words are no result of the gate: they go to stderr. CLI-04
    const child = spawn(command, { shell: true, stdio: ['ignore', 2, 2] });
    child.on('error', fail);
    child.on('close', () => {
      done();
    });
  });
  const closed = closeRecord(record, readMaybe(paths.messages).text, readMaybe(paths.properties).text);
  writeWhole(paths.record, `${JSON.stringify(closed, null, 2)}\n`);
}

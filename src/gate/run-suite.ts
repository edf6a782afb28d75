/** Running the suite for the gate: a convenience. The gate itself only reads what a run has written. */
import { jsonDocument } from '../files/json-document.ts';
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { linesIfThere } from '../files/lines.ts';
import { makeFolder } from '../files/make-folder.ts';
import { onDisk } from '../files/on-disk.ts';
import { writeWhole } from '../files/write-whole.ts';
import { hearEnvelopes, type Envelope } from '../specification/envelopes.ts';
import { textHash } from '../specification/input.ts';
import { codeOnly, expand, readBytes, readFeatureFiles, readMaybe, readText, tidy } from './files.ts';
import { changedFiles, headCommit, untrackedFiles } from './git.ts';
import { closeRecord, recordTree, type RunRecord } from './record.ts';
import type { Settings } from './settings.ts';

/**
 * Clears what an earlier run left, records the tree, runs the commands one after the other, and binds what they
 * wrote to the record. A command that fails does not keep the next from running; the record says how each ended.
 */
export async function runSuite(commands: readonly string[], settings: Settings): Promise<void> {
  const outputs = [...expand(settings.messages), ...expand(settings.results)];
  for (const path of [...outputs, settings.properties, settings.record])
    onDisk(path, () => {
      rmSync(path, { force: true });
    });
  for (const path of outputs) makeFolder(dirname(path));
  const features = readFeatureFiles(settings);
  const code = codeOnly([...changedFiles(), ...untrackedFiles()], settings, features);
  const tree = recordTree(headCommit(), readText(settings.catalogue), features, hashes(code));
  const ended: RunRecord['commands'] = [];
  for (const command of commands) ended.push({ command, exit: await runCommand(command, process.cwd()) });
  const closed = closeRecord(tree, {
    ...writtenBy(settings),
    properties: hashOf(readMaybe(settings.properties).text),
    commands: ended,
  });
  writeWhole(settings.record, jsonDocument(closed));
}

/**
 * Runs a command in a folder; its exit status, or null when a signal stopped it.
 * @param hear gets the command's own words; without it they go to stderr, since they are no result of the gate. CLI-04
 */
export function runCommand(
  command: string,
  folder: string,
  hear: ((words: Buffer) => void) | null = null,
): Promise<number | null> {
  return new Promise((done, fail) => {
    const words = hear === null ? 2 : 'pipe';
    const child = spawn(command, { shell: true, cwd: folder, stdio: ['ignore', words, words] });
    if (hear !== null) for (const stream of [child.stdout, child.stderr]) stream?.on('data', hear);
    child.on('error', fail);
    child.on('close', done);
  });
}

const hashOf = (text: string | null): string | null => (text === null ? null : textHash(text));

const hashes = (paths: readonly string[]): Record<string, string> =>
  Object.fromEntries(paths.map((path) => [path, textHash(readBytes(path))]));

/** Hashes of what the run wrote, and of the step definitions that it names. */
function writtenBy(settings: Settings): Pick<RunRecord, 'messages' | 'code'> {
  const messages: Record<string, string> = {};
  const steps = new Set<string>();
  for (const path of expand(settings.messages)) {
    const file = linesIfThere(path);
    if (file === null) continue;
    const note = ({ stepDefinition }: Envelope): void => {
      const uri = stepDefinition?.sourceReference.uri;
      if (uri !== undefined) steps.add(tidy(uri));
    };
    messages[tidy(path)] = hearEnvelopes({ ...file, path: tidy(path) }, note, 'stepDefinition');
  }
  for (const path of expand(settings.results)) {
    const { text } = readMaybe(path);
    if (text !== null) messages[tidy(path)] = textHash(text);
  }
  const there = [...steps].filter((path) => !path.startsWith('..') && readBytes(path) !== '');
  return { messages, code: hashes(there) };
}

/** The program with a fault put into its text, for what the right one never shows: a run that breaks an identity. */
import assert from 'node:assert/strict';
import { cpSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { edited } from '../wrong/build.ts';
import type { Change } from '../wrong/errors.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What can be wrong with it, in the words of the features. */
const changes: Readonly<Record<string, Change>> = {
  'a debtor that defaults keeps its cash': {
    in: 'payOut',
    find: 'issuer.cash.minus(paid)',
    replace: 'defaulted ? issuer.cash : issuer.cash.minus(paid)',
  },
  'where nobody makes a market, a debtor that defaults keeps its cash': {
    in: 'payOut',
    find: 'issuer.cash.minus(paid)',
    replace: "defaulted && state.regime === 'baseline' ? issuer.cash : issuer.cash.minus(paid)",
  },
};

/** Puts a copy of the program, with this fault in it, into an empty folder. */
export function copyProgram(fault: string, folder: string): void {
  const change = changes[fault] ?? assert.fail(`no program is changed so that ${fault}`);
  for (const part of ['bin', 'src', 'package.json', 'tsconfig.json'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  for (const part of ['node_modules', 'features']) symlinkSync(join(root, part), join(folder, part));
  for (const [file, text] of edited(fault, [change])) writeFileSync(join(folder, file), text);
}

/** The program with a fault put into its text, for what the right one never shows: a run that breaks an identity. */
import assert from 'node:assert/strict';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Change {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** What can be wrong with it, in the words of the features. */
const changes: Readonly<Record<string, Change>> = {
  'a debtor that defaults keeps its cash': {
    file: 'src/core/payout.ts',
    find: 'const closing = issuer.cash.minus(paid)',
    replace: 'const closing = defaulted ? issuer.cash : issuer.cash.minus(paid)',
  },
  'where nobody makes a market, a debtor that defaults keeps its cash': {
    file: 'src/core/payout.ts',
    find: 'const closing = issuer.cash.minus(paid)',
    replace:
      "const closing = defaulted && state.regime === 'baseline' ? issuer.cash : issuer.cash.minus(paid)",
  },
};

/** Puts a copy of the program, with this fault in it, into an empty folder. */
export function copyProgram(fault: string, folder: string): void {
  const { file, find, replace } = changes[fault] ?? assert.fail(`no program is changed so that ${fault}`);
  for (const part of ['bin', 'src', 'package.json', 'tsconfig.json'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  for (const part of ['node_modules', 'features']) symlinkSync(join(root, part), join(folder, part));
  const text = readFileSync(join(folder, file), 'utf8');
  assert.equal(text.split(find).length, 2, `${file} says "${find}" once`);
  writeFileSync(join(folder, file), text.replace(find, replace));
}

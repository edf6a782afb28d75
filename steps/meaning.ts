/** What a word of a phrase stands for. */
import assert from 'node:assert/strict';

/** A word that the phrase takes, and that is not in the table, is a fault of the steps: nothing would be asked. */
export const meaningOf = <T>(table: Readonly<Record<string, T>>, word: string): T =>
  table[word] ?? assert.fail(`no step knows what "${word}" stands for`);

/** An analysis as it stands in its folder, for those who show it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvOptions, Engine, literally, quoted } from './engine.ts';
import { ANSWER, tables, type Analysis, type Answer, type TableName, type Tables } from './format.ts';

/**
 * Reads the folder that `ringspec analyze` wrote (`<sweep>/analysis`); null where there is none.
 * The files are this program's own, there whole or not at all, and trusted as such.
 */
export async function readAnalysis(folder: string): Promise<Analysis | null> {
  if (!existsSync(join(folder, ANSWER))) return null;
  const answer = JSON.parse(readFileSync(join(folder, ANSWER), 'utf8')) as Answer;
  const engine = await Engine.open();
  try {
    const read: Partial<Record<TableName, readonly Record<string, string>[]>> = {};
    for (const name of Object.keys(tables) as TableName[]) {
      const path = quoted(literally(join(folder, name)));
      read[name] = await engine.texts(`SELECT * FROM read_csv(${path}, ${csvOptions(tables[name])})`);
    }
    // the columns are those that the writer took from the same lists
    return { answer, tables: read as unknown as Tables };
  } finally {
    await engine.close();
  }
}

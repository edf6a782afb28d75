/** From the text of a scenario file to a scenario, or to all that is wrong with it. Chapter CFG. */
import { inconsistencies } from './consistency.ts';
import { unusedShares } from './balance-shares.ts';
import { fillIn } from './defaults.ts';
import { unusedKeys } from './unused.ts';
import { faultOf, inFiles, type FileFault } from '../files/faults.ts';
import { judge, type DocumentKind } from './judge.ts';
import type { LoadedScenario } from './scenario.ts';
import { scenarioSchema, type Parsed } from './schema.ts';
import { readSource, type SourceNode } from '../files/yaml.ts';
import { describe } from '../files/tree.ts';
import { spellOutBalance, type Overrides } from './variants.ts';

export type { LoadedScenario, Scenario } from './scenario.ts';

/** Reads the text of a scenario; `file` is its name in messages. A resolved scenario loads as itself. OUT-12. */
export function parseScenario(text: string, file: string, overrides: Overrides = {}): LoadedScenario {
  const { root, faults } = readRoot(text, file);
  return judge(root, faults, oneScenario, overrides);
}

const oneScenario: DocumentKind<Parsed, LoadedScenario> = {
  schema: scenarioSchema,
  spellOut: spellOutBalance,
  fill: (parsed) => {
    const scenario = fillIn(parsed);
    return { scenario, warnings: [...unusedKeys(scenario).map(({ says }) => says), ...unusedShares(parsed)] };
  },
  inconsistencies: ({ scenario }) => inconsistencies(scenario),
};

/** @throws Fault when the text is no section. */
export function readRoot(text: string, file: string): { root: SourceNode; faults: FileFault[] } {
  const { root, faults } = readSource(text, file);
  if (root === null || !(root.value instanceof Map)) {
    const found = root === null ? 'an empty document' : describe(root);
    const fault = faultOf(file, found, 'a section with the keys of a scenario');
    throw inFiles(faults.length > 0 ? faults : [fault]);
  }
  return { root, faults };
}

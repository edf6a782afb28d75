/** A run repeated from the manifest of an earlier one. OUT-12. */
import { Fault } from '../files/faults.ts';
import { parseJson } from '../files/json.ts';
import { program } from '../files/output-folder.ts';
import { parseScenario, type LoadedScenario } from '../scenario/load.ts';
import { loadScenario, readScenarioFile } from '../scenario/read.ts';

/** Reads a scenario file, or the resolved scenario in a manifest. Overrides win over both. CLI-02. */
export function loadScenarioOrManifest(
  file: string,
  overrides: Readonly<Record<string, string>>,
): LoadedScenario {
  const scenario = file.endsWith('.json') ? scenarioInManifest(file) : null;
  if (scenario === null) return loadScenario(file, overrides);
  return parseScenario(JSON.stringify(scenario, null, 2), `${file} (scenario)`, overrides);
}

/** Null where the file is no manifest of ours: whatever is wrong with it, `loadScenario` says better. */
function scenarioInManifest(file: string): object | null {
  try {
    const manifest = parseJson(readScenarioFile(file), file) as Readonly<Record<string, unknown>> | null;
    const scenario = manifest?.['program'] === program ? manifest['scenario'] : null;
    return typeof scenario === 'object' ? scenario : null;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return null;
  }
}

/** Scenario files, read from the disk. Chapter CFG. */
import { readText } from '../files/read-text.ts';
import { parseScenario, type LoadedScenario } from './load.ts';
import { parseSweep, usualSweep, type LoadedSweep } from './sweep.ts';
import type { Overrides } from './variants.ts';

/** @throws Fault when there is no such text. */
export const readScenarioFile = (file: string): string => readText(file, 'a scenario file in YAML');

/**
 * Reads a scenario file. An override (`ring.kappa` → `0.5`) is a value in YAML and wins over the file.
 * @throws Fault with every fault of the file. CFG-03.
 */
export function loadScenario(file: string, overrides: Overrides = {}): LoadedScenario {
  return parseScenario(readScenarioFile(file), file, overrides);
}

/**
 * Reads the file of a sweep, or without a file takes the defaults of a balanced run alone. An override
 * (`sweep.kappas` → `0.25,0.5`) wins over the file. BAL-07, CLI-02.
 * @throws Fault with every fault. CFG-03.
 */
export function loadSweep(file: string | null, overrides: Overrides = {}): LoadedSweep {
  return file === null ? usualSweep(overrides) : parseSweep(readScenarioFile(file), file, overrides);
}

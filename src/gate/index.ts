/** The gate for programs: files in, one verdict out. docs/library.md. */
export { gate, type GateSettings, type Verdict } from './gate.ts';
export { readGateFiles } from './files.ts';
export { headCommit } from './git.ts';
export type { GateFiles } from './inputs.ts';
export { readSettings, type Settings } from './settings.ts';
export { showText } from './show-text.ts';
export type { ClauseVerdict } from './clauses.ts';
export type { Finding, Level } from '../specification/finding.ts';

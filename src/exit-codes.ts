/** Exit status of every command. CLI-03. */
export const exitCodes = {
  done: 0,
  failed: 1,
  coverage: 2,
  /** Of a statement in a claim file; no command has both. */
  undecided: 2,
  misfit: 3,
  noEvidence: 4,
  usage: 64,
  badInput: 65,
  unavailable: 69,
  internal: 70,
  interrupted: 130,
} as const;

/** A broken identity, and how it is told. CHK-07. */

export const checkNames = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'CHK-11'] as const;
export type CheckName = (typeof checkNames)[number];
/** The clause that a check is named by. */
export const clauseOfCheck = (check: CheckName): string => (check === 'CHK-11' ? check : `CHK-${check}`);
/** How often each check was made and held. OUT-12. */
export type CheckCounts = Record<CheckName, number>;
export const noChecks = (): CheckCounts => ({ C1: 0, C2: 0, C3: 0, C4: 0, C5: 0, C6: 0, 'CHK-11': 0 });

/** A broken identity. The message names the run, the period, the event, the parties and both sides. CHK-07. */
export class CheckViolation extends Error {
  override readonly name = 'CheckViolation';
  constructor(
    readonly check: CheckName,
    message: string,
  ) {
    super(message);
  }
}

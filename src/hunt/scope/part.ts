/** A part of a scope: worlds of one kind, with what is asked in them. */
import type { ScriptEntry } from '../../protocol/protocol.ts';
import type { Request } from '../../protocol/exchange.ts';
import type { Trial } from '../trial.ts';
import type { Detail, PartName } from './about.ts';
import type { Enumeration } from './enumeration.ts';

export interface Part {
  readonly name: PartName;
  trials(detail: Detail): Enumeration<Trial>;
}

/** A period with these arrivals and no others. */
export const period = (script: readonly ScriptEntry[]): Request => ['period', { script }];

/** A period has its steps in their order, and a run ends when it should. LOOP-01, LOOP-03, SET-07. */
import type { EventOf, RunEnding } from '../events.ts';
import { noProgress, type StepEnded } from './memory.ts';
import type { Occasion } from './occasion.ts';

/** The steps of LOOP-01 that end with something to see; quotes are posted again once the anchors have moved. */
const inOrder: readonly StepEnded['kind'][] = [
  'advance',
  'posting',
  'order flow',
  'settlement',
  'rollover',
  'anchor update',
  'posting',
];

/** A step has ended: it takes its place in the period. */
export function noteStep({ state, event, memory }: Occasion<StepEnded>): void {
  const { progress } = memory;
  if (event.kind === 'advance') {
    progress.steps = [];
    if (state.registered === 0) progress.empty ??= progress.periods + 1;
  }
  progress.steps.push(event.kind);
}

/** All steps were there, each once, in the order of LOOP-01. */
export function checkPeriod(at: Occasion<StepEnded>): void {
  const { progress, accounts } = at.memory;
  const steps = progress.steps.length === 0 ? 'nothing' : progress.steps.join(', ');
  if (steps !== inOrder.join(', '))
    at.differs('CHK-11', [], 'the steps of a period', steps, inOrder.join(', '));
  progress.periods++;
  const hasDefault = accounts !== null && [...accounts.values()].some(({ defaulted }) => defaulted);
  if (hasDefault) progress.defaulted ??= progress.periods;
}

/** How long a run was asked to go on. */
export interface Asked {
  readonly periods: number;
  readonly stopOnDefault: boolean;
}

/** It ends after its periods, earlier without a ticket, or with the first default where it stops on that. LOOP-03. */
export function checkRunEnd(at: Occasion<EventOf<'RunEnded'>>, asked: Asked): void {
  const { memory, state, event } = at;
  const { periods, defaulted, empty } = memory.progress;
  memory.progress = noProgress();
  memory.ending = event.reason;
  if (empty !== null) at.differs('CHK-11', [], 'a run without tickets ends, in period', empty, empty - 1);
  const stopsIn = asked.stopOnDefault ? defaulted : null;
  if (stopsIn !== null && stopsIn < periods)
    at.differs('CHK-11', [], 'the last period is that of the first default', periods, stopsIn);
  const expected: RunEnding =
    stopsIn !== null
      ? 'default'
      : periods < asked.periods && state.registered === 0
        ? 'no_tickets'
        : 'periods';
  if (event.reason !== expected) at.differs('CHK-11', [], 'why the run ends', event.reason, expected);
  if (expected === 'periods' && periods !== asked.periods)
    at.differs('CHK-11', [], 'periods of the run', periods, asked.periods);
}

/** The end is told as it was found. */
export function checkEnding(at: Occasion<EventOf<'RunEnded'>>): void {
  const { ending } = at.memory;
  if (ending !== at.event.reason)
    at.differs('CHK-11', [], 'why the run ends, as told', at.event.reason, ending ?? 'nothing');
}

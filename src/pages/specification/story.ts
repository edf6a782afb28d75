/** A worked example as a story: what is given, then one thing after the other, each with what it left behind. */
import type { ShownFrame } from '../../protocol/shown.ts';
import type { ScenarioView, StepView } from './model.ts';
import { capitalised, shownNumber, shownParty } from './words.ts';

/** One page of the story. */
export interface Beat {
  /** What happens, in the words of the feature. */
  readonly says: readonly StepView[];
  /** What came of it, where the sentence leaves it open: an order at its price. */
  readonly outcome: string;
  readonly frame: ShownFrame | null;
  /** The world before, where there was one. */
  readonly before: ShownFrame | null;
  /** What the specification expects now. */
  readonly checks: readonly StepView[];
}

interface Writing {
  says: StepView[];
  outcome: string;
  frame: ShownFrame | null;
  checks: StepView[];
}

export function beatsOf({ steps }: Pick<ScenarioView, 'steps'>): readonly Beat[] {
  const beats: Writing[] = [{ says: [], outcome: '', frame: null, checks: [] }];
  let mode = 'Given';
  for (const step of steps) {
    if (['Given', 'When', 'Then'].includes(step.keyword)) mode = step.keyword;
    const happened = step.frames.filter(({ did }) => did !== 'open');
    const opened = step.frames.find(({ did }) => did === 'open');
    const [first] = beats;
    if (opened !== undefined && first?.frame === null) first.frame = opened;
    const current = beats.at(-1);
    if (mode === 'Then') current?.checks.push(step);
    else if (mode === 'Given' && current?.checks.length === 0) current.says.push(step);
    else if (happened.length === 0) beats.push({ says: [step], outcome: '', frame: null, checks: [] });
    for (const frame of mode === 'Then' ? [] : happened)
      beats.push({ says: [step], outcome: outcomeOf(frame), frame, checks: [] });
  }
  let before: ShownFrame | null = null;
  return beats.map((beat) => {
    const told = { ...beat, before };
    before = beat.frame ?? before;
    return told;
  });
}

function outcomeOf({ trade, takes, refused }: ShownFrame): string {
  if (refused !== null) return `Refused: ${refused}`;
  if (trade === null) return '';
  const { executed, side, bucket, ticket, price, route, reason } = trade;
  const who = typeof takes['trader'] === 'string' ? shownParty(takes['trader']) : 'The customer';
  const verb = side === 'SELL' ? 'sells' : 'buys';
  if (!executed) return `${who} ${verb} nothing: ${(reason ?? 'not feasible').replaceAll('_', ' ')}.`;
  const where = bucket === null ? '' : ` in ${capitalised(bucket)}`;
  const way = route === 'passthrough' ? 'passed through to the VBT' : 'with the dealer';
  return `${who} ${verb} ${ticket ?? 'a ticket'}${where} at ${shownNumber(price ?? '')}, ${way}.`;
}

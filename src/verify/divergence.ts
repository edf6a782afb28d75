/** Where an implementation and the specification first diverge in a scenario. */
import type { ScenarioResult } from './collector.ts';

export interface Divergence {
  /** The step that found it; empty for a check after every scenario. */
  readonly step: string;
  /** The request that it is about, with what it took; null where none was made. */
  readonly operation: { readonly op: string; readonly takes: unknown } | null;
  /** What the implementation answered to it. */
  readonly answer: unknown;
  /** `order 3: price`, with what is expected and what was got; null where the scenario itself is at fault. */
  readonly about: string | null;
  readonly expected: string | null;
  readonly got: string | null;
  /** All that the step had to say. */
  readonly message: string;
  /** The state right before the request; null where there was none. */
  readonly before: unknown;
}

export function divergence({ step, message, record }: ScenarioResult): Divergence {
  const said = withoutStack(message);
  const { about = null, expected = null, found: got = null } = record?.differences[0] ?? {};
  const { op, takes, answer = null } = record?.exchange ?? {};
  return {
    step,
    operation: op === undefined ? null : { op, takes },
    answer,
    about,
    expected,
    got,
    message: said,
    before: record?.before ?? null,
  };
}

/** The words of an error: neither its class nor where in the program it was thrown. */
const withoutStack = (message: string): string =>
  message
    .split('\n')
    .filter((line) => !/^\s+at /.test(line))
    .join('\n')
    // the same difference once more, in cucumber's own way
    .replace(/\n\s*\+ expected - actual[^]*$/, '')
    .replace(/^(?:\w*Error|Disagreement)(?: \[\w+\])?: /, '')
    .trim();

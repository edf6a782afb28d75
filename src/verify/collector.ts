/** Cucumber's messages, scenario by scenario. */
import type { Envelope } from '@cucumber/messages';
import { RECORD_TYPE, recordSchema, type ScenarioRecord } from '../protocol/record.ts';
import { RunIndex } from '../specification/run-index.ts';

export interface ScenarioResult {
  readonly name: string;
  /** `feature › rule › name`: what it is known by when lines move. */
  readonly title: string;
  /** Feature file and line, to run it again by. */
  readonly place: string;
  readonly tags: readonly string[];
  readonly passed: boolean;
  /** The step that did not pass; empty for a hook. */
  readonly step: string;
  /** Why it did not pass. */
  readonly message: string;
  /** What the hooks attached of its conversation; null where none was asked for. */
  readonly record: ScenarioRecord | null;
}

/** Follows cucumber's messages: a scenario passes when it finished and every step of it passed. */
export class Collector {
  readonly #index = new RunIndex((mediaType) => mediaType === RECORD_TYPE);
  readonly #ended: (result: ScenarioResult) => void;

  constructor(ended: (result: ScenarioResult) => void) {
    this.#ended = ended;
  }

  hear(envelope: Partial<Envelope>): void {
    // cucumber's own enumerations are the words that the index knows
    this.#index.hear(envelope as unknown as Parameters<RunIndex['hear']>[0]);
    const id = envelope.testCaseFinished?.testCaseStartedId;
    if (id === undefined) return;
    const ran = this.#index.ran(id);
    if (ran === null) throw new Error(`the test case ${id} ends, and no message tells what it is`);
    this.#index.started.delete(id);
    const { uri, line, name, rule, tags, steps } = ran;
    // steps after one that did not pass are skipped
    const failed = steps.find(({ status }) => status !== 'PASSED');
    const attached = steps.flatMap((step) => step.attached).at(-1);
    this.#ended({
      name,
      title: [uri, ...(rule === null ? [] : [rule]), name].join(' › '),
      place: `${uri}:${String(line)}`,
      tags: [...new Set(tags)],
      passed: failed === undefined,
      step: failed?.text ?? '',
      message: failed === undefined ? '' : failed.message || failed.status.toLowerCase(),
      record: attached === undefined ? null : recordSchema.parse(JSON.parse(attached.body)),
    });
  }
}

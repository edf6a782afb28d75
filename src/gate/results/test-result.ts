/** One test of another runner, as its report tells it. */
export interface TestResult {
  /** The file it is in, or the class; empty where the report names none. */
  readonly file: string;
  readonly title: string;
  /** Tags, and the values of its properties. */
  readonly tags: readonly string[];
  readonly ended: 'passed' | 'failed' | 'skipped' | 'retried';
  /** What a failure said, in one line. */
  readonly said: string;
}

/** The first line of a text that is not empty. */
export const firstLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '') ?? '';

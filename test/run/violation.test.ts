import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { scratchFolder } from '../../src/files/scratch.ts';
import { runWorld } from '../../src/run/run-world.ts';
import { float64 } from '../../src/f64.ts';
import { RunFiles } from '../../src/run/run-files.ts';
import { describeRunResult } from '../../src/run/run-summary.ts';
import { firstComeChoices, ringWorld } from './metrics/ring-world.ts';
import { tinyManifest } from './tiny-manifest.ts';

/** Doubles whose roundings are not forgiven: C1 breaks at the first sum that is off by an ulp. */
const unforgiving = { ...float64, slack: () => 0 };

describe('a violated check stops the run, and what was written stays readable (CHK-07)', () => {
  const root = scratchFolder();
  const folder = join(root, 'out');
  const files = new RunFiles(folder);
  const run = { runId: 'broken', world: ringWorld(), choices: firstComeChoices(), periods: 15 };
  const result = runWorld(
    { ...run, stopOnDefault: false, numbers: unforgiving, checks: true },
    { tables: files, onEvent: files.event.bind(files) },
  );
  const { ending, violation, metrics } = result;
  files.finish(metrics, { ...tinyManifest, ending, message: violation }, {});
  const lines = readFileSync(join(folder, 'events.jsonl'), 'utf8').trimEnd().split('\n');

  it('names the run, the period, the event, the identity and both sides', () => {
    assert.match(
      violation ?? '',
      /^run broken, period \d+, event \d+ \(\w+\) between .*: C\d does not hold: .* ≠ /,
    );
  });

  it('ends the log at the event before, every line of it readable', () => {
    const index = Number(/event (\d+)/.exec(violation ?? '')?.[1]);
    assert.equal(lines.length, index + 1); // events 0 … index − 1, and RunEnded
    const last = lines.map((line) => JSON.parse(line) as { kind: string; reason?: string }).at(-1);
    assert.deepEqual([last?.kind, last?.reason], ['RunEnded', 'violation']);
  });

  it('says so in the manifest', () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    assert.deepEqual([manifest['ending'], manifest['message']], ['violation', violation]);
  });

  it('takes no rows of the day that it cut short (OUT-15R)', () => {
    const system = readFileSync(join(folder, 'system_state_timeseries.csv'), 'utf8').trimEnd().split('\r\n');
    assert.equal(system.length, 1 + metrics.lastDay); // a header, and days 0 … lastDay − 1
  });

  it('shows in the summary', () => {
    assert.match(describeRunResult({ ...result, folder }), /STOPPED: a check does not hold/);
  });
});

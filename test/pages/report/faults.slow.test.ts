/** Files that are damaged, missing or of something else: all faults at once, with path and line, and nothing written. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { Fault } from '../../../src/files/faults.ts';
import { makeReport } from '../../../src/pages/report/make-report.ts';
import { ringspec, smallReport, type SmallReport } from './small-report.ts';

let made: SmallReport;
before(() => {
  made = smallReport(0);
});

/** A copy of the sweep without its report, under a name of its own. */
function copy(name: string): string {
  const folder = join(made.scratch, name);
  cpSync(made.sweep, folder, { recursive: true });
  rmSync(join(folder, 'report'), { recursive: true });
  return folder;
}

const activeRun = (sweep: string): string => {
  const [run = ''] = readdirSync(join(sweep, 'active', 'runs')).filter((name) =>
    name.startsWith('active_k2'),
  );
  return join(sweep, 'active', 'runs', run);
};

const edit = (path: string, change: (text: string) => string): void => {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
};

const changeLine = (path: string, line: number, change: (text: string) => string): void => {
  edit(path, (text) =>
    text
      .split('\n')
      .map((old, i) => (i === line - 1 ? change(old) : old))
      .join('\n'),
  );
};

/** Makes the report here, without another process. */
const report = (dir: string, target: string | null = null, pairs: number | 'usual' = 'usual') =>
  makeReport(dir, { target, pairs, onPage: () => undefined });

async function refused(folder: string, ...told: (string | RegExp)[]): Promise<void> {
  await assert.rejects(report(folder), (error) => {
    assert.ok(error instanceof Fault, String(error));
    assert.equal(error.exitStatus, 65);
    for (const words of told)
      if (typeof words === 'string')
        assert.ok(error.message.includes(words), `${error.message}\nhas no ${words}`);
      else assert.match(error.message, words);
    return true;
  });
  assert.equal(existsSync(join(folder, 'report')), false);
  assert.equal(existsSync(join(folder, 'report.partial')), false);
}

describe('a run', () => {
  it('whose log is damaged in several lines is refused with all of them', async () => {
    const run = activeRun(copy('damaged'));
    const log = join(run, 'out', 'events.jsonl');
    changeLine(log, 3, (line) => line.slice(0, 20));
    changeLine(log, 5, (line) => line.replace('"cash":', '"money":'));
    changeLine(log, 7, (line) => line.replace('AccountOpened', 'AccountClosed'));
    changeLine(log, 9, (line) => line.replace(/"cash":"[^"]*"/, '"cash":12'));
    await refused(
      run,
      `${log}:3: found a text that is damaged or cut off`,
      `${log}:5: cash: found nothing; allowed: a text`,
      `${log}:7: kind: found "AccountClosed"; allowed: WorldOpened, AccountOpened, `,
      `${log}:9: cash: found 12; allowed: a text`,
    );
  });

  it('whose log has words that the model does not say is refused with all of them', async () => {
    const run = activeRun(copy('words'));
    const log = join(run, 'out', 'events.jsonl');
    const lines = readFileSync(log, 'utf8').split('\n');
    const lineOf = (text: string): number => lines.findIndex((line) => line.includes(text)) + 1;
    const [trade, last] = [lineOf('"TradeExecuted"'), lineOf('"RunEnded"')];
    changeLine(log, trade, (line) =>
      line
        .replace(/"side":"[A-Z]*"/, '"side":"HOLD"')
        .replace(/"hit_vbt_reason":("[a-z]*"|null)/, '"hit_vbt_reason":"luck"'),
    );
    changeLine(log, last, (line) => line.replace(/"reason":"[a-z_]*"/, '"reason":"enough"'));
    await refused(
      run,
      `${log}:${String(trade)}: side: found "HOLD"; allowed: BUY, SELL`,
      `${log}:${String(trade)}: hit_vbt_reason: found "luck"; allowed: capacity, cash, `,
      `${log}:${String(last)}: reason: found "enough"; allowed: periods, `,
    );
  });

  it('whose log does not fit together is refused at the line that does not fit', async () => {
    const run = activeRun(copy('misfit'));
    const log = join(run, 'out', 'events.jsonl');
    const line =
      readFileSync(log, 'utf8')
        .split('\n')
        .findIndex((text) => text.includes('"TradeExecuted"')) + 1;
    changeLine(log, line, (text) => text.replace(/"ticket_id":"[^"]*"/, '"ticket_id":"k9999"'));
    await refused(
      run,
      `${log}:${String(line)}: this does not fit what came before it: k9999 has not been introduced`,
    );
  });

  it('that was cut off is refused', async () => {
    const run = activeRun(copy('cut-off'));
    const log = join(run, 'out', 'events.jsonl');
    edit(log, (text) => text.slice(0, text.trimEnd().lastIndexOf('\n') + 1));
    await refused(run, `${log}:`, 'the log ends without RunEnded');
    rmSync(log);
    await refused(run, `${log}: the event log is missing`);
  });

  it('whose manifest is damaged or says that it did not end is refused', async () => {
    const run = activeRun(copy('manifest'));
    const manifest = join(run, 'out', 'manifest.json');
    edit(manifest, (text) => text.replace(/"ending": "[a-z_]*"/, '"ending": null'));
    await refused(run, `${manifest}: the run did not end`);
    edit(manifest, (text) => text.split('\n').slice(0, 10).join('\n'));
    await refused(run, new RegExp(`${manifest}:\\d+: found a text that is damaged or cut off`));
  });
});

describe('a sweep', () => {
  it('whose tables are damaged is refused with every fault of every file', async () => {
    const sweep = copy('tables');
    const [comparison, effects] = ['comparison.csv', 'effects.csv'].map((name) =>
      join(sweep, 'aggregate', name),
    );
    assert.ok(comparison !== undefined && effects !== undefined);
    changeLine(effects, 2, (line) => line.replace(/^([^,]*,[^,]*),[^,]*,/, '$1,many,'));
    changeLine(comparison, 3, (line) => line.replace(/,(active_[^,]*),/, ',../../../etc,'));
    changeLine(effects, 4, (line) => line.replace(/^[^,]*,/, ''));
    await refused(
      sweep,
      `${effects}:2: concentration is "many"`,
      `${comparison}:3: active_run_id is "../../../etc", which names no run`,
      `${effects}:4: 20 cells stand under 21 columns`,
    );
  });

  it('that is not complete is refused, with the way on', async () => {
    const sweep = copy('incomplete');
    edit(join(sweep, 'manifest.json'), (text) =>
      text.replace(/"completed_pairs": \d+/, '"completed_pairs": null'),
    );
    await refused(sweep, /not complete/);
  });

  it('of which a run to be shown is damaged leaves nothing behind', async () => {
    const sweep = copy('one-run');
    const log = join(activeRun(sweep), 'out', 'events.jsonl');
    changeLine(log, 2, () => '{');
    await refused(sweep, `${log}:2: found a text that is damaged or cut off`);
  });

  it('with a failed pair shows it and what went wrong', async () => {
    const sweep = copy('failed');
    const comparison = join(sweep, 'aggregate', 'comparison.csv');
    edit(comparison, (text) => {
      const [header = '', first = '', ...rest] = text.split('\r\n');
      const names = header.split(',');
      const emptied = first.split(',').map((cell, i) => {
        const name = names[i] ?? '';
        if (name === 'active_status') return 'failed';
        return /^(delta_active|phi_active|trading|effect_|big_entity_pnl|dealer_|vbt_|total_trades|rescue|initial|debt_to)/.test(
          name,
        )
          ? ''
          : cell;
      });
      return [header, emptied.join(','), ...rest].join('\r\n');
    });
    edit(join(sweep, 'aggregate', 'summary.json'), (text) => {
      const summary = JSON.parse(text) as Record<string, unknown>;
      const failures = [{ index: 0, errors: ['run a: C4 does not hold: <3.26 ≠ 4.11>'] }];
      return JSON.stringify({ ...summary, completed: 7, failed: 1, failures });
    });
    edit(join(sweep, 'manifest.json'), (text) => text.replace('"failed_pairs": 0', '"failed_pairs": 1'));
    await report(sweep, null, 0);
    const data = readFileSync(join(sweep, 'report', 'assets', 'pairs.js'), 'utf8');
    // a column of the pairs, the first of which failed
    assert.match(data, /"outcome":\{"plain":\["failed","no defaults to relieve",/);
    assert.match(data, /C4 does not hold/);
    const page = readFileSync(join(sweep, 'report', 'index.html'), 'utf8');
    assert.match(page, /7 could be compared, 1 failed/);
    // causes that no figure of the sweep shows
    assert.doesNotMatch(page, /scarce cash|short of cash/);
    assert.match(page, /comes out of each pair and is not assigned by chance/);
  });
});

describe('a folder', () => {
  it('that holds no run and no sweep is refused', async () => {
    const empty = join(made.scratch, 'empty');
    mkdirSync(empty);
    await refused(empty, 'holds no run and no sweep');
    await refused(join(made.scratch, 'nowhere'), 'holds no run and no sweep');
  });

  it('is replaced only where it is a report', async () => {
    const sweep = copy('again');
    await report(sweep, null, 0);
    await report(sweep, null, 0);
    for (const precious of [sweep, activeRun(sweep)]) {
      const before = readdirSync(precious).sort();
      await assert.rejects(
        report(made.sweep, precious, 0),
        /holds (no output of this program|\w+, which this command does not write)/,
      );
      assert.deepEqual(readdirSync(precious).sort(), before);
    }
  });

  it('has the same bytes whenever it is made', async () => {
    const [first, second] = ['one', 'two'].map((name) => join(made.scratch, name));
    assert.ok(first !== undefined && second !== undefined);
    for (const out of [first, second]) await report(made.sweep, out, 1);
    for (const name of readdirSync(first, { recursive: true, encoding: 'utf8' }))
      if (/\.(html|js|json)$/.test(name))
        assert.equal(readFileSync(join(first, name), 'utf8'), readFileSync(join(second, name), 'utf8'), name);
  });
});

describe('the command', () => {
  it('ends with 65 and plain words where files are at fault, with 64 where the command line is', () => {
    const { status, stdout, stderr } = ringspec('report', join(made.scratch, 'nowhere'));
    assert.deepEqual([status, stdout], [65, '']);
    assert.match(stderr, /^ringspec: .*holds no run and no sweep/);
    assert.doesNotMatch(stderr, /\n\s+at /);
    assert.equal(ringspec('report', made.sweep, '--runs', 'some').status, 64);
  });
});

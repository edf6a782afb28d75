/** The report of an implementation: the same in process and served, nothing given away, known failures held to. */
import assert from 'node:assert/strict';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { scratchFolder } from '../../src/files/scratch.ts';
import { Fault } from '../../src/files/faults.ts';
import { decimal } from '../../src/num.ts';
import { InProcess } from '../../src/protocol/in-process.ts';
import type { OperationName, Operations } from '../../src/protocol/protocol.ts';
import { certificateSchema, matrix, readCertificates } from '../../src/verify/certificate.ts';
import { conformance, type ConformanceReport, type Settings } from '../../src/verify/conformance.ts';
import { readKnownFailures } from '../../src/verify/known-failures.ts';
import { showReport } from '../../src/verify/show-report.ts';

const program = fileURLToPath(new URL('../../bin/ringspec', import.meta.url));
const folder = scratchFolder();

const settings: Settings = {
  command: null,
  line: 'core',
  tolerance: '1e-10',
  slow: 4,
  known: [],
  today: '2026-11-01',
  which: {
    paths: ['features/ker/13-interior-fills.feature', 'features/set/*.feature', 'features/events/*.feature'],
  },
};

/** Thirds are not written out in 28 digits: nearer than that they fail, in whichever process they are counted. */
const tooNear = { ...settings, tolerance: '1e-40' };

test('the core served as a child gives the same report as in process', { timeout: 120_000 }, async () => {
  for (const one of [settings, tooNear]) {
    const inside = await conformance(one);
    const served = await conformance({ ...one, command: [program, 'serve'] });
    assert.deepEqual(served, inside);
    assert.ok(inside.counts.passed > 50);
    assert.equal(inside.counts.failed > 0, one === tooNear);
  }
});

test(
  'a request holds what the world and the operation need, and no expectation',
  { timeout: 60_000 },
  async () => {
    const [asked, tee] = [join(folder, 'asked.jsonl'), join(folder, 'tee')];
    writeFileSync(tee, `#!/bin/sh\ntee ${asked} | ${program} serve\n`);
    chmodSync(tee, 0o755);
    const paths = ['features/examples/EX-04-layoff-at-the-ask.feature', 'features/set/01-recovery.feature:9'];
    const { counts } = await conformance({ ...settings, command: [tee], which: { paths } });
    assert.equal(counts.failed, 0);
    const lines = readFileSync(asked, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const members = new Set(lines.flatMap((line) => Object.keys(line)));
    const kernel = ['cash', 'faceInventory', 'outsideMid', 'outsideSpread', 'ticketSize', 'tickets'];
    assert.deepEqual(
      [...members].sort(),
      ['bucket', 'id', 'op', 'protocol', 'trader', 'world', ...kernel].sort(),
    );
    // the price of the third purchase and the recovery of H2 stand in the features alone
    assert.doesNotMatch(readFileSync(asked, 'utf8'), /1\.15|0\.75/);
  },
);

test('the first divergence is told with its operation, what was expected and got, and the state before', async () => {
  const report = await conformance(tooNear);
  const failed = report.scenarios.filter(({ result }) => result === 'failed');
  const told = failed.find(({ divergence }) => divergence?.operation?.op === 'settle')?.divergence;
  assert.equal(typeof told?.expected, 'string');
  assert.notEqual(told?.expected, told?.got);
  assert.equal((told?.before as { time?: number } | null)?.time, 1);
  const text = showReport(report);
  assert.match(text, /\n✗ SET-\d+R? explains \d+ scenarios?/);
  assert.match(
    text,
    /\nringspec \S+, a part of the suite: scenarios: \d+ passed, \d+ failed\nnext: look at SET-/,
  );
});

const known = (text: string) => readKnownFailures({ path: 'known.yaml', text });
const entry = (what: string, expires = '2027-06-30'): string =>
  `  - ${what}\n    reason: thirds\n    issue: '#12'\n    expires: ${expires}\n`;

test('a known failure excuses its clause until it expires, passes, or matches nothing', async () => {
  const clauses = (report: ConformanceReport) => [
    ...new Set(
      report.scenarios.filter(({ result }) => result === 'failed').flatMap((scenario) => scenario.clauses),
    ),
  ];
  const before = await conformance(tooNear);
  const failing = clauses(before).map((clause) => entry(`clause: ${clause}`));
  const [first] = before.scenarios.filter(({ result }) => result === 'failed');
  const excused = known(`known_failures:\n${failing.join('')}`);
  const after = await conformance({ ...tooNear, known: excused });
  assert.equal(after.counts.failed, 0);
  assert.equal(after.counts.known, before.counts.failed);
  assert.deepEqual(after.faults, []);
  assert.equal(after.certificate.conforms, false);
  const odd = known(
    `known_failures:\n${entry('clause: EVENT-99')}${entry(`scenario: "${first?.title ?? ''}"`, '2026-10-31')}` +
      `${entry('clause: SET-08')}${entry('clause: SET-08')}`,
  );
  const { faults, counts } = await conformance({ ...tooNear, known: odd });
  assert.equal(counts.known, 0);
  assert.deepEqual(
    faults.map((fault) => fault.replace(first?.title ?? '', 'it')),
    [
      'known.yaml:2: EVENT-99 is no clause or scenario that was asked: take it out',
      'known.yaml:6: it expired on 2026-10-31: correct what fails, or set a new day',
      'known.yaml:10: SET-08 passes: take it out',
      'known.yaml:14: SET-08 stands there twice: keep one of them',
      'known.yaml:14: SET-08 passes: take it out',
    ],
  );
});

test('a file of known failures is refused with all its faults, each with its line', () => {
  const text =
    'known_failures:\n  - clause: SET-01\n    scenario: both\n    reason: ""\n    expires: tomorrow\n';
  assert.throws(
    () => known(text),
    (error: unknown) => {
      assert.ok(error instanceof Fault);
      for (const said of [
        'known.yaml:4: known_failures[0].reason: found ""; allowed: why it fails',
        'known_failures[0].issue: found nothing; allowed: where it is pursued',
        'known.yaml:5: known_failures[0].expires: found "tomorrow"; allowed: a day',
      ])
        assert.ok(error.message.includes(said), error.message);
      return true;
    },
  );
});

test('certificates have no date, make a matrix, and are refused when their suites differ', async () => {
  const { certificate } = await conformance({
    ...settings,
    which: { paths: ['features/ker/13-interior-fills.feature'] },
  });
  assert.deepEqual(certificateSchema.parse(JSON.parse(JSON.stringify(certificate))), certificate);
  assert.doesNotMatch(JSON.stringify(certificate), /20\d\d-\d\d/);
  assert.equal(certificate.clauses['KER-13'], 'holds');
  assert.equal(certificate.clauses['SET-01'], 'not-asked');
  const worse = { ...certificate, clauses: { ...certificate.clauses, 'KER-13': 'broken' as const } };
  const { rows, columns } = matrix([certificate, worse]);
  assert.equal(columns.length, 2);
  assert.deepEqual(rows.find(({ clause }) => clause === 'KER-13')?.results, ['holds', 'broken']);
  assert.equal(
    rows.some(({ clause }) => clause === 'SET-01'),
    false,
  );
  const other = { ...certificate, specification: { version: '9', suite: 'f'.repeat(64) } };
  const paths = [certificate, other].map((value, i) => {
    const path = join(folder, `${String(i)}.json`);
    writeFileSync(path, JSON.stringify(value));
    return path;
  });
  assert.throws(
    () => readCertificates(paths),
    (error: unknown) =>
      error instanceof Fault && error.exitStatus === 65 && /0\.json: .*\n .*1\.json: /.test(error.message),
  );
  assert.deepEqual(readCertificates(paths.slice(0, 1)), [certificate]);
});

/** The built-in core with other answers. */
class Other extends InProcess {
  readonly #changed: (op: OperationName, answer: object) => object;

  constructor(changed: (op: OperationName, answer: object) => object) {
    super(decimal);
    this.#changed = changed;
  }

  override async call<Op extends OperationName>(
    op: Op,
    takes: Operations[Op]['takes'],
  ): Promise<Operations[Op]['answers']> {
    // as wrong as an answer may be
    return this.#changed(op, await super.call(op, takes)) as Operations[Op]['answers'];
  }
}

test('a clause that explains failures of others alone has no count of its own', async () => {
  const oneRung = () =>
    new Other((op, answer) =>
      op === 'kernel' ? { ...answer, fundableTickets: 0, rungs: 1, capacity: '0' } : answer,
    );
  const paths = ['features/examples/EX-07-interior-quotes-stay-inside.feature:4'];
  const report = await conformance({ ...settings, command: oneRung, which: { paths } });
  assert.deepEqual(
    report.causes.map(({ id }) => id),
    ['KER-03'],
  );
  assert.match(showReport(report), /broken: KER-03 \(in scenarios of other clauses\)/);
});

test('after the kernel come trades, whatever else is not claimed', async () => {
  const kernelAlone = () =>
    new Other((op, answer) => (op === 'hello' ? { ...answer, capabilities: ['kernel'] } : answer));
  const paths = [
    'features/ker/16-par.feature',
    'features/ker/02-capacity.feature',
    'features/set/01-recovery.feature',
  ];
  const report = await conformance({ ...settings, command: kernelAlone, which: { paths } });
  const text = showReport({ ...report, whole: true });
  assert.match(text, /next: claim trades when it is there\n$/);
});

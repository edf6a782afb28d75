/** An implementation by others, with faults of its own: what is told of each, and of all of them at once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scratchFolder } from '../../src/files/scratch.ts';
import { showReport } from '../../src/verify/show-report.ts';
import { putToSuite } from '../wrong/in-process.ts';
import { allAtOnce, peerFaults } from './peer-faults.ts';

const folder = scratchFolder();

const MOST_BYTES = 25_000;

for (const fault of peerFaults) {
  test(`${fault.id} is told as ${fault.cause} before anything else`, async () => {
    const report = await putToSuite(fault, folder);
    const [first] = report.causes;
    assert.equal(first?.id, fault.cause, showReport(report));
    const broken = report.chapters
      .flatMap(({ clauses }) => clauses)
      .filter(({ result }) => result === 'broken');
    assert.ok(broken.length <= 5, broken.map(({ id }) => id).join(' '));
    assert.ok(Buffer.byteLength(showReport(report)) <= MOST_BYTES);
    assert.deepEqual(report.census.faults, []);
  });
}

test('six faults at once are told as six causes, the biggest first, in 25 kB', async () => {
  const report = await putToSuite(allAtOnce, folder);
  const told = report.causes.map(({ id }) => id);
  for (const { cause } of peerFaults) assert.ok(told.includes(cause), `${cause} in ${told.join(' ')}`);
  const sizes = report.causes.map(({ scenarios }) => scenarios);
  assert.deepEqual(
    sizes,
    [...sizes].sort((a, b) => b - a),
  );
  assert.ok(Buffer.byteLength(showReport(report)) <= MOST_BYTES);
  // it creates cash, and that is said by name
  assert.ok(report.books.broken.length > 0);
  const text = showReport(report);
  // so are the sections: the par cap, which is a ruling, explains most
  const first = text.indexOf('\nRulings\n');
  assert.ok(first > 0 && first < text.indexOf('\nRules of the model\n'), text);
  assert.match(text, /✗ CHK-C1: cash or tickets came or went in \d+ of \d+ scenarios/);
});

test('who caps at par by a ruling of its own, and does nothing else differently, conforms', async () => {
  const capped = peerFaults.find(({ id }) => id === 'par-cap');
  assert.ok(capped !== undefined);
  const report = await putToSuite(capped, folder, { readings: { cap_quotes_at_par: true } });
  assert.equal(report.counts.failed, 0, showReport(report));
  assert.equal(report.certificate.conforms, true);
  assert.deepEqual(report.certificate.rulings, { cap_quotes_at_par: true });
  assert.ok(report.counts['set-aside'] > 0 && report.counts.passed > 500);
  assert.match(showReport(report), /conforms, reading cap_quotes_at_par=true/);
});

test('who settles sequentially by a ruling of its own conforms, and who claims that and does not is told', async () => {
  const sequential = peerFaults.find(({ id }) => id === 'sequential');
  assert.ok(sequential !== undefined);
  const readings = { clearing: 'sequential' };
  const right = await putToSuite(sequential, folder, { readings });
  assert.equal(right.certificate.conforms, true, showReport(right));
  const capped = peerFaults.find(({ id }) => id === 'losses-of-defaulters');
  assert.ok(capped !== undefined);
  const wrong = await putToSuite(capped, folder, { readings });
  assert.equal(wrong.causes[0]?.id, 'ANC-01');
});

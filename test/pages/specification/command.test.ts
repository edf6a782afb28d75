/** `ringspec report --spec` from the outside: its endings, whose folder it writes, and certificates side by side. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Certificate } from '../../../src/verify/certificate.ts';
import { repository } from '../../gate/fixture.ts';
import { inRepository } from '../../gate/on-disk.ts';

const spec = ['report', '--spec', '--messages', 'messages.ndjson', '--out', 'pages'];

for (const { name, exit, says } of [
  { name: 'right', exit: 0, says: 'every scenario held' },
  { name: 'failing', exit: 1, says: 'a scenario failed' },
  { name: 'changed-feature', exit: 4, says: 'the run is of other files, and no evidence' },
]) {
  test(`it ends with ${String(exit)} where ${says}, and the pages are made`, () => {
    inRepository(repository(name), ({ ringspec, read }) => {
      const said = ringspec(...spec);
      assert.equal(said.exit, exit, said.err);
      assert.match(said.out, /^pages\/index\.html\nfile:\/\/\/.*\/pages\/index\.html\n$/);
      assert.ok(read('pages/index.html').includes('href="chapter-PUR.html#PUR-01"'));
      for (const id of ['PUR-01', 'PUR-02R', 'PUR-03'])
        assert.ok(read('pages/chapter-PUR.html').includes(`id="${id}"`), id);
    });
  });
}

test('what cannot be read is named, and nothing is written', () => {
  inRepository(repository('no-messages'), ({ ringspec, has }) => {
    const { exit, err } = ringspec(...spec);
    assert.equal(exit, 65);
    assert.match(err, /^ringspec: messages\.ndjson: there is no such file$/m);
    assert.equal(has('pages'), false);
  });
});

test('a folder of somebody else is left as it is', () => {
  inRepository(repository('right'), ({ ringspec, write, read, has }) => {
    write('pages/thesis.txt', 'ten years of work');
    const { exit, err } = ringspec(...spec);
    assert.equal(exit, 65);
    assert.match(err, /pages holds thesis\.txt, which this command does not write/);
    assert.equal(read('pages/thesis.txt'), 'ten years of work');
    assert.equal(has('pages/index.html'), false);
  });
});

const certificate = (name: string, suite: string, result: 'holds' | 'broken'): Certificate => ({
  program: 'ringspec',
  certificate: 2,
  specification: { version: '1', suite: suite.repeat(64) },
  implementation: { name, version: '2.0', language: 'Java' },
  arithmetic: { stated: 'decimal', judged: 'decimal', tolerance: '1e-10' },
  capabilities: [],
  rulings: {},
  command: 'java -jar ring.jar',
  conforms: result === 'holds',
  scenarios: {
    passed: 1,
    failed: result === 'holds' ? 0 : 1,
    known: 0,
    unsupported: 0,
    'set-aside': 0,
    'not-run': 0,
  },
  causes: [],
  clauses: { 'PUR-01': 'holds', 'PUR-02R': result },
});

test('certificates stand side by side, clause by clause', () => {
  inRepository(repository('right'), ({ ringspec, read, write }) => {
    write('ours.json', JSON.stringify(certificate('ours', 'a', 'holds')));
    write('theirs.json', JSON.stringify(certificate('theirs', 'a', 'broken')));
    const { exit, err } = ringspec(...spec, '--results', 'ours.json', 'theirs.json');
    assert.equal(exit, 0, err);
    const page = read('pages/implementations.html').replaceAll(/<[^>]*>/g, ' ');
    assert.match(page, /ours 2\.0\s+Java, decimal\s+2 of 2 hold\s+theirs 2\.0\s+Java, decimal\s+1 of 2 hold/);
    assert.match(page, /PUR-02R\s[^]*✓ holds\s[^]*✗ broken/);
  });
});

test('certificates of different suites, or of no sort known here, are refused', () => {
  inRepository(repository('right'), ({ ringspec, write, has }) => {
    write('ours.json', JSON.stringify(certificate('ours', 'a', 'holds')));
    write('older.json', JSON.stringify(certificate('older', 'b', 'holds')));
    write('odd.json', JSON.stringify({ ...certificate('odd', 'a', 'holds'), conforms: 'surely' }));
    const mixed = ringspec(...spec, '--results', 'ours.json', 'older.json');
    assert.equal(mixed.exit, 65);
    assert.match(
      mixed.err,
      /different suites[^]*ours\.json: .*suite aaaaaaaaaaaa[^]*older\.json: .*suite bbbbbbbbbbbb/,
    );
    const odd = ringspec(...spec, '--results', 'odd.json');
    assert.equal(odd.exit, 65);
    assert.match(odd.err, /odd\.json[^]*conforms/);
    assert.equal(has('pages'), false);
  });
});

/** The JSON Schemas in `schemas/`: they are those that the harness checks by, and they fit what is really said. */
import Ajv2020 from 'ajv/dist/2020.js';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { BuiltInModel } from '../../src/protocol/model.ts';
import { decimal } from '../../src/num.ts';

const folder = fileURLToPath(new URL('../../schemas/', import.meta.url));
const ajv = new Ajv2020.default({ strict: false });
const validator = (name: string) =>
  ajv.compile(JSON.parse(readFileSync(`${folder}${name}.json`, 'utf8')) as object);

const world = {
  traders: [
    { id: 'H1', cash: '1.05' },
    { id: 'I1', cash: '0.50' },
  ],
  tickets: [
    { id: 'k1', issuer: 'I1', owner: 'H1', maturity: 1, serial: 1 },
    { id: 'd1', issuer: 'I1', owner: 'dealer:short', maturity: 2, serial: 2 },
  ],
  dealers: { short: { cash: '2' } },
  rollover: { enabled: true },
};
const kernel = { ticketSize: '1', outsideMid: '1', outsideSpread: '0.3', tickets: 2, cash: '2' };

/** A conversation in which every operation is asked and has something to answer. */
const conversation: readonly [op: string, takes: object][] = [
  ['hello', { protocol: 1 }],
  ['kernel', kernel],
  ['reset', { world }],
  ['quotes', { bucket: 'short' }],
  ['sell', { trader: 'H1', ticket: 'k1' }],
  ['buy', { trader: 'H1', bucket: 'short' }],
  ['set', { path: 'trader.I1.cash', value: '0.7' }],
  ['set', { path: 'dealer.short.tickets', value: ['d1'] }],
  ['advance', {}],
  ['orderFlow', { seed: 3 }],
  ['settle', {}],
  ['rollover', {}],
  ['updateAnchors', {}],
  ['period', { script: [] }],
  ['state', {}],
  ['stop', {}],
];

test('what is asked and answered fits them, operation by operation', () => {
  const model = new BuiltInModel(decimal, '1');
  conversation.forEach(([op, takes], id) => {
    const asked = validator(`${op}.request`);
    assert.ok(asked({ id, op, ...takes }), `${op}: ${ajv.errorsText(asked.errors)}`);
    const answered = validator(`${op}.answer`);
    assert.ok(
      answered({ id, ok: true, ...model.answer(op, takes) }),
      `${op}: ${ajv.errorsText(answered.errors)}`,
    );
  });
  const spoken = new Set(conversation.map(([op]) => `${op}.request.json`));
  assert.deepEqual(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .filter((name) => name.endsWith('.request.json') && !spoken.has(name)),
    [],
  );
});

test('what breaks the protocol does not fit', () => {
  const model = new BuiltInModel(decimal, '1');
  const quotes = { id: 1, ok: true, ...model.answer('kernel', kernel) };
  const fits = validator('quotes.answer');
  assert.ok(fits(quotes));
  for (const wrong of [
    { cash: 2 },
    { ask: '1e-3' },
    { ask: null },
    { tickets: '2' },
    { guard: 'no' },
    { ok: false },
  ])
    assert.equal(fits({ ...quotes, ...wrong }), false, JSON.stringify(wrong));
  const asks = validator('sell.request');
  assert.ok(asks({ id: 1, op: 'sell', trader: 'H1' }));
  for (const wrong of [{ op: 'buy' }, { id: '1' }, { trader: 5 }, { expected: '1.05' }])
    assert.equal(asks({ id: 1, op: 'sell', trader: 'H1', ...wrong }), false, JSON.stringify(wrong));
  const errs = validator('error');
  assert.ok(errs({ id: null, ok: false, error: { kind: 'invalid', message: 'no' } }));
  assert.equal(errs({ id: 1, ok: false, error: { kind: 'odd', message: 'no' } }), false);
});

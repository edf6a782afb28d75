/** The bytes of a log and of tables, the order of the keys, and what the manifest's hash is of. OUT-02, OUT-12, OUT-15R. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { scratchFolder } from '../../src/files/scratch.ts';
import type { World } from '../../src/core/world.ts';
import type { Choices } from '../../src/core/choices.ts';
import { decimal } from '../../src/num.ts';
import { RunFiles } from '../../src/run/run-files.ts';
import { runScenario } from '../../src/run/run.ts';
import { runWorld } from '../../src/run/run-world.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { firstComeChoices, investing, ringWorld } from './metrics/ring-world.ts';
import { tinyChoices, tinyWorld } from './metrics/tiny-world.ts';
import { tinyManifest } from './tiny-manifest.ts';

const root = scratchFolder();
let folders = 0;

/** Runs a world into files, and reads the lines of one of them. */
function linesOf(file: string, world: World, choices: Choices): string[] {
  const folder = join(root, String(++folders));
  const files = new RunFiles(folder);
  const run = { runId: 'tiny', world, choices, periods: 15, stopOnDefault: false, numbers: decimal };
  const { metrics } = runWorld({ ...run, checks: true }, { tables: files, onEvent: files.event.bind(files) });
  files.finish(metrics, tinyManifest, {});
  return readFileSync(join(folder, file), 'utf8').split('\n');
}

/** One line of every kind that occurs in the tiny world, worked out in `metrics/tiny-world.ts`. */
const tinyLines = `
{"day":0,"kind":"WorldOpened","ticket_size":"10","regime":"active","buckets":[{"id":"Short","from":1,"to":3,"outside_mid":"8","outside_spread":"2.4"},{"id":"Mid","from":4,"to":8,"outside_mid":"9","outside_spread":"1"},{"id":"Long","from":9,"to":null,"outside_mid":"9","outside_spread":"2"}]}
{"day":0,"kind":"AccountOpened","party":"H1","cash":"45"}
{"day":0,"kind":"PayableCreated","payable_id":"L1","debtor":"H1","creditor":"H2","due_day":2,"amount":"40","tickets":["L1.1","L1.2","L1.3","L1.4"]}
{"day":0,"kind":"TicketsAllocated","payable_id":"L1","from":"H2","to":"dealer:Short","tickets":["L1.2","L1.3"]}
{"day":0,"kind":"QuotesPosted","bucket":"Short","dealer_inventory":2,"dealer_cash":"0","dealer_capacity":"20","dealer_midline":"7.4","bid":"7","ask":"7.8","outside_bid":"6.8","outside_ask":"9.2","bid_pinned":false,"ask_pinned":false,"guard":false}
{"day":1,"kind":"TicketRebucketed","tickets":["L2.1"],"from_bucket":"Mid","to_bucket":"Short","seller":"vbt:Mid","buyer":"vbt:Short","price":"8"}
{"day":1,"kind":"TradeExecuted","trade_index":0,"trader_id":"H3","side":"SELL","buyer_id":"vbt:Short","seller_id":"H3","bucket":"Short","ticket_id":"L2.2","liability_id":"L2","issuer_id":"H2","maturity_day":4,"price":"6.8","outside_mid":"8","outside_bid":"6.8","outside_ask":"9.2","dealer_midline":"7.4","dealer_inventory_before":2,"dealer_inventory_after":2,"bid":"7","ask":"7.8","is_passthrough":true,"pinned":true,"hit_vbt_reason":"capacity","is_liquidity_driven":true}
{"day":1,"kind":"PayableDefaulted","recovery":"0.88","pid":"L3","debtor":"H3","amount":"10","paid":"8.8","bucket":"Short","payouts":[{"holder":"vbt:Short","tickets":["L3.1"],"amount":"8.8"}]}
{"day":1,"kind":"AnchorsUpdated","bucket":"Short","loss_rate":"0.12","outside_mid_before":"8","outside_mid":"7.4","outside_spread":"2.64","outside_bid":"6.08","outside_ask":"8.72"}
{"day":2,"kind":"PayableSettled","pid":"L1","debtor":"H1","amount":"40","paid":"40","bucket":"Short","payouts":[{"holder":"H2","tickets":["L1.1"],"amount":"10"},{"holder":"H4","tickets":["L1.2"],"amount":"10"},{"holder":"dealer:Short","tickets":["L1.3"],"amount":"10"},{"holder":"vbt:Short","tickets":["L1.4"],"amount":"10"}]}
{"day":4,"kind":"RunEnded","reason":"no_tickets"}
`;

const kindOf = (line: string): string => (JSON.parse(line) as { kind: string }).kind;
/** The first line of every kind. */
const firsts = (lines: readonly string[]): string[] =>
  lines.filter(
    (line, n) => line !== '' && lines.findIndex((one) => one !== '' && kindOf(one) === kindOf(line)) === n,
  );

test('the first event of every kind of the tiny world is these bytes', () => {
  const lines = linesOf('events.jsonl', tinyWorld, tinyChoices());
  assert.deepEqual(firsts(lines), tinyLines.trim().split('\n'));
});

test('what only a larger world tells has its keys in this order', () => {
  const lines = linesOf('events.jsonl', investing(ringWorld()), firstComeChoices());
  const keys = new Map(
    firsts(lines).map((line) => [kindOf(line), Object.keys(JSON.parse(line) as object).join()]),
  );
  assert.equal(
    keys.get('PayableRolledOver'),
    'day,kind,pid,payable_id,tickets,debtor,creditor,bucket,due_day,amount,price',
  );
  assert.equal(keys.get('OrderRejected'), 'day,kind,trader_id,side,bucket,price,reason');
  assert.equal(keys.get('TicketPlaced'), 'day,kind,ticket_id,bucket,seller,buyer,price');
});

test('every digit is written, no exponent, and an empty cell where there is no share', () => {
  const still = { more: () => false, prefersSell: () => false, agent: () => -1 };
  const world: World = {
    ...tinyWorld,
    ticketSize: '1',
    dealers: { ...tinyWorld.dealers, Short: { cash: '0.0000001' } },
    vbts: {},
    traders: [
      { id: 'H1', cash: '0.123456789012345' },
      { id: 'Smith, "J"', cash: '0' },
    ],
    tickets: [{ id: 'k1', liability: 'P1', issuer: 'Smith, "J"', owner: 'H1', maturity: 4, serial: 1 }],
  };
  const log = linesOf('events.jsonl', world, still);
  assert.equal(log[1], '{"day":0,"kind":"AccountOpened","party":"H1","cash":"0.123456789012345"}');
  assert.equal(log[2], '{"day":0,"kind":"AccountOpened","party":"Smith, \\"J\\"","cash":"0"}');
  assert.equal(log[3], '{"day":0,"kind":"AccountOpened","party":"dealer:Short","cash":"0.0000001"}');
  const inventory = linesOf('inventory_timeseries.csv', world, still);
  assert.equal(inventory[1], '0,Short,0,0,,true,false,0.0000001,0,0,0,,,\r');
  const repayments = linesOf('repayment_events.csv', world, still);
  assert.equal(
    repayments[1],
    'tiny,active,"Smith, ""J""",P1,4,1,defaulted,0,0,0,0,no_trade,0,0,0,no_trade,false\r',
  );
});

/** JSON without white space, keys in the order of their code points: written again, for the hash. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, of]) => `${JSON.stringify(key)}:${sorted(of)}`).join(',')}}`;
}

test('the manifest carries the SHA-256 of its scenario, whatever the order of the keys', () => {
  const hashes = [
    'allow_small_ring: true\nperiods: 2\nring: {n_traders: 4, kappa: 0.5}\n',
    'ring: {kappa: 0.5, n_traders: 4}\nperiods: 2\nallow_small_ring: true\n',
    'allow_small_ring: true\nperiods: 3\nring: {n_traders: 4, kappa: 0.5}\n',
  ].map((text) => {
    const outDir = join(root, String(++folders));
    runScenario(parseScenario(text, 'ring.yaml').scenario, { outDir });
    const manifest = JSON.parse(readFileSync(join(outDir, 'out', 'manifest.json'), 'utf8')) as {
      scenario_sha256: string;
      scenario: object;
    };
    const hash = createHash('sha256').update(sorted(manifest.scenario)).digest('hex');
    assert.equal(manifest.scenario_sha256, hash);
    return hash;
  });
  assert.equal(hashes[0], hashes[1]);
  assert.notEqual(hashes[0], hashes[2]);
});

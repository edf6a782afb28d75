import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runWorld } from '../../../src/run/run-world.ts';
import { float64 } from '../../../src/f64.ts';
import { decimal, type Arithmetic } from '../../../src/num.ts';
import { explained, near } from './figures.ts';
import { tinyChoices, tinyWorld } from './tiny-world.ts';

const runTiny = (numbers: Arithmetic) =>
  runWorld({
    runId: 'tiny',
    world: tinyWorld,
    choices: tinyChoices(),
    periods: 9,
    stopOnDefault: false,
    numbers,
    checks: true,
  });

for (const numbers of [decimal, float64]) {
  describe(`the tiny world, worked out by hand, in ${numbers.name}`, () => {
    const { metrics, ending, violation } = runTiny(numbers);
    const desk = (id: string) => {
      const found = metrics.desks.find((of) => of.desk === id);
      assert.ok(found !== undefined);
      return found;
    };

    it('ends on day 4, when no ticket is left', () => {
      assert.deepEqual([ending, violation, metrics.lastDay], ['no_tickets', null, 4]);
    });

    it('pays 68.8 of the 70 that fell due (MET-01)', () => {
      // due 10 + 40 + 20, paid 8.8 + 40 + 20
      near(metrics.payoff.due, 70);
      near(metrics.payoff.paid, 68.8);
      near(metrics.payoff.payoffRate, [172, 175]);
      near(metrics.payoff.defaultRate, [3, 175]);
      assert.deepEqual([metrics.payoff.liabilitiesMatured, metrics.payoff.liabilitiesDefaulted], [3, 1]);
    });

    it('attributes what the Short dealer made (MET-02)', () => {
      const { equityInitial, equityFinal, pnl, returnOnEquity, parts } = desk('dealer:Short');
      near(equityInitial, 16); // 0 + 2·8
      near(equityFinal, 17.8); // 7.8 from the sale, 10 from H1
      near(pnl, 1.8);
      near(returnOnEquity, 0.1125); // 1.8/16
      near(parts.spreadIncome, -0.2); // 7.8 − 8
      near(parts.revaluation, -0.6); // 1 ticket, 8 → 7.4
      near(parts.settlementResult, 2.6); // 10 − 7.4
      near(parts.internalTransfers, 0);
      near(parts.rolloverResult, 0);
    });

    it('attributes what the Short VBT made (MET-02)', () => {
      const { equityInitial, equityFinal, pnl, returnOnEquity, parts } = desk('vbt:Short');
      near(equityInitial, 46); // 30 + 2·8
      near(equityFinal, 54); // 30 − 8 − 6.8 + 8.8 + 10 + 20
      near(pnl, 8);
      near(returnOnEquity, [8, 46]);
      near(parts.spreadIncome, 1.2); // 8 − 6.8
      near(parts.settlementResult, 8.6); // (8.8 − 8) + (10 − 7.4) + 2·(10 − 7.4)
      near(parts.revaluation, -1.8); // 3 tickets, 8 → 7.4
      near(parts.internalTransfers, 0); // bought L2.1 at the mid of its own bucket
    });

    it('charges the Mid VBT for the boundary (MET-02)', () => {
      const { pnl, returnOnEquity, parts } = desk('vbt:Mid');
      near(pnl, -1); // carried at 9, sold at 8
      near(parts.internalTransfers, -1);
      near(returnOnEquity, [-1, 9]);
      assert.equal(desk('dealer:Mid').returnOnEquity, null); // E_0 = 0
    });

    it('explains every P&L to the last digit (MET-02)', () => {
      for (const { pnl, parts } of metrics.desks) {
        const rest = pnl.minus(explained(parts, numbers.zero));
        if (numbers.name === 'decimal') assert.ok(rest.isZero(), rest.toFixed());
        else near(rest, 0);
      }
    });

    it('reports premiums over par (MET-03)', () => {
      const [short, mid] = metrics.mids;
      near(short?.dealerMidFinal ?? null, 8.06);
      near(short?.dealerPremiumFinalPct ?? null, -19.4); // (8.06 − 10)/10
      near(short?.vbtMidFinal ?? null, 7.4);
      near(short?.vbtPremiumFinalPct ?? null, -26);
      near(mid?.dealerMidFinal ?? null, 9); // X* = 0: the midline is M
    });

    it('reports debt to money at the start (MET-04)', () => {
      near(metrics.initialTotalDebt, 70); // 40 + 20 + 10
      near(metrics.initialTotalMoney, 140); // 45 + 30 + 2 + 63, the desks not counted
      near(metrics.debtToMoneyRatio, 0.5);
      near(metrics.liquidityRatio, 2);
    });

    it('reports the imbalance against X*/2 at t = 0 (MET-05)', () => {
      const short = metrics.imbalance.find(({ bucket }) => bucket === 'Short');
      assert.ok(short !== undefined);
      near(short.neutralLevel, 1); // X* = 20, S = 10
      near(short.imbalanceInitial, 1);
      near(short.imbalanceFinal, -1);
      const { inventoryInitial, inventoryFinal, inventoryMin, inventoryMax } = short;
      assert.deepEqual([inventoryInitial, inventoryFinal, inventoryMin, inventoryMax], [2, 0, 0, 2]);
    });

    it('reports what H4 made on its ticket (MET-06)', () => {
      const { byTrader, overTraders, ticketsStillHeld } = metrics.traderReturns;
      assert.deepEqual(
        byTrader.map(({ traderId, tickets }) => [traderId, tickets]),
        [['H4', 1]],
      );
      near(byTrader[0]?.meanReturn ?? null, [2.2, 7.8]); // bought at 7.8, brought 10
      near(overTraders.median, [2.2, 7.8]);
      near(overTraders.shareAboveZero, 1);
      assert.equal(ticketsStillHeld, 0);
    });

    it('reports safety margins (MET-07)', () => {
      const { beforeBuy, afterBuy, atDefault, atLiquiditySale } = metrics.safetyMargins;
      near(beforeBuy.mean, 63);
      near(afterBuy.mean, 62.2); // 63 − 7.8 + a ticket at the new bid of 7.0
      near(atLiquiditySale.mean, -1); // 2 + a ticket at 7.0 − 10
      near(atDefault.mean, -1.2); // 8.8 − 10
      assert.equal(atDefault.countBelowZero, 1);
      assert.equal(beforeBuy.countBelowZero, 0);
    });

    it('charges the loss to the VBT that held the ticket (MET-09)', () => {
      near(metrics.losses.vbts, 1.2);
      near(metrics.losses.dealers, 0);
      near(metrics.losses.traders, 0);
      near(metrics.losses.total, 1.2);
    });

    it('counts the trading in Short (MET-02)', () => {
      const short = metrics.activity.byBucket[0];
      assert.ok(short !== undefined);
      assert.deepEqual([short.buys, short.sells, short.interior, short.passThrough], [1, 1, 1, 1]);
      assert.equal(short.passThroughByReason.capacity, 1);
      near(short.passThroughFace, 10);
      near(short.cashVolume, 14.6); // 6.8 + 7.8
      assert.equal(metrics.activity.liquidityDriven, 1);
    });
  });
}

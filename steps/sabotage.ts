/** Faults: what breaks in the middle of an event, or what an event tells that did not happen. CHK-07. */
import assert from 'node:assert/strict';
import { audit, checkFlowEnds, checkFlowOpens, checkStep } from '../src/core/checks/check.ts';
import { transfer } from '../src/core/ledger.ts';
import type { Choices } from '../src/core/choices.ts';
import { buyByPolicy, sellByPolicy } from '../src/core/order-flow.ts';
import { setCash, setTickets } from '../src/core/override.ts';
import { record } from '../src/core/record.ts';
import { desksOf, type Trader } from '../src/core/state.ts';
import { issue, move, remove } from '../src/core/tickets.ts';
import {
  fill,
  rejected,
  allocated,
  quotes,
  defaulted,
  rolled,
  anchorsFall,
  explain,
  setMid,
  widenSpread,
  passThrough,
  settling,
  quotesAtPar,
  type Scene,
} from './scene.ts';

/** What goes wrong, by the words of the features. */
export const faults: Readonly<Record<string, (scene: Scene) => void>> = {
  'money appears': (scene) => {
    const h1 = scene.party('H1');
    transfer(scene.state, h1, scene.party('vbt:short'), scene.amount('1'));
    h1.cash = h1.cash.plus(scene.amount('0.5'));
    record(scene.state, rejected);
  },
  'a ticket is counted by nobody': (scene) => {
    move(scene.state, scene.ticket('k4'), scene.party('vbt:short'));
    scene.party('vbt:short').held--;
    record(scene.state, rejected);
  },
  'a moved ticket keeps its old owner': (scene) => {
    const h1 = scene.party('H1');
    move(scene.state, scene.ticket('k4'), scene.party('vbt:short'));
    scene.ticket('k4').owner = h1;
    record(scene.state, rejected);
  },
  'a trade deletes a ticket': (scene) => {
    remove(scene.state, scene.ticket('k4'));
    record(scene.state, rejected);
  },
  'a trade issues a ticket': (scene) => {
    issue(scene.state, { ...scene.ticket('k4'), id: 'k9', serial: 9 });
    record(scene.state, rejected);
  },
  'a settled ticket stays registered': (scene) => {
    const k4 = scene.ticket('k4');
    remove(scene.state, k4);
    k4.live = true;
    record(scene.state, defaulted(scene, {}));
  },
  'an issued ticket is not registered': (scene) => {
    const k9 = { ...scene.ticket('k4'), id: 'k9', serial: 9 };
    issue(scene.state, k9);
    k9.live = false;
    record(scene.state, rolled(scene));
  },
  'payouts miss what was paid': settling({ told: { paid: '2.5' } }),
  'more is paid than R·D': settling({ told: { recovery: '0.25' } }),
  'the face of what is settled is wrong': settling({ told: { amount: '5' } }),
  'a payout does not reach its holder': settling({ gets: ['1', '0.6', '0.4'], tells: ['1', '0.5', '0.5'] }),
  'a debtor keeps half of what it has': settling({
    gets: ['0.5', '0.25', '0.25'],
    told: { paid: '1', recovery: '0.25' },
  }),
  'a holder gets less than its share': settling({ gets: ['0.8', '0.6', '0.6'] }),
  'a debtor that can pay defaults': settling({
    cash: '4',
    gets: ['2', '1', '1'],
    told: { paid: '4', recovery: '1' },
  }),
  'a payout is negative': settling({ gets: ['1', '1.5', '-0.5'] }),
  'a debtor pays what it has not': settling({ gets: ['2', '1', '1'], told: { paid: '4', recovery: '1' } }),
  'a matured ticket is left over': (scene) => {
    remove(scene.state, scene.ticket('k4'));
    const payouts = [{ holder: 'H1', tickets: ['k4', 'k3'], amount: scene.amount('0') }];
    record(scene.state, defaulted(scene, { payouts }));
  },
  'the bid falls below B': (scene) => {
    record(scene.state, quotes(scene, { bid: scene.amount('0.8') }));
  },
  'the ask rises above A': (scene) => {
    record(scene.state, quotes(scene, { ask: scene.amount('1.2') }));
  },
  'the bid flag lies': (scene) => {
    record(scene.state, quotes(scene, { bidPinned: true }));
  },
  'the ask flag lies': (scene) => {
    record(scene.state, quotes(scene, { ask: scene.amount('1.15') }));
  },
  'an interior SELL above capacity': (scene) => {
    record(scene.state, fill(scene, {}));
  },
  'an interior SELL beyond the dealer’s cash': (scene) => {
    const { dealer } = desksOf(scene.short);
    widenSpread(scene, '12');
    setTickets(scene.state, dealer, []);
    setCash(scene.state, dealer, scene.amount('3.05'));
    record(scene.state, fill(scene, {}));
  },
  'an interior BUY from an empty shelf': (scene) => {
    record(scene.state, fill(scene, { side: 'BUY', bucket: 'long', sellerId: 'dealer:long' }));
  },
  'an interior fill under the guard': (scene) => {
    setMid(scene, '0.01');
    record(scene.state, fill(scene, {}));
  },
  'a pass-through moves the dealer’s tickets': (scene) => {
    move(scene.state, scene.ticket('k4'), scene.party('dealer:short'));
    record(scene.state, fill(scene, { isPassthrough: true }));
  },
  'a pass-through moves the dealer’s cash': (scene) => {
    transfer(scene.state, scene.party('dealer:short'), scene.party('H1'), scene.amount('0.85'));
    record(scene.state, fill(scene, { isPassthrough: true }));
  },
  'a pass-through away from the outside quote': (scene) => {
    passThrough(scene, '0.9', {});
  },
  'a pass-through without its flag': (scene) => {
    passThrough(scene, '0.85', { pinned: false });
  },
  'a pass-through that tells another bid': (scene) => {
    passThrough(scene, '0.85', { bid: scene.amount('0.9') });
  },
  'a pass-through that the dealer could have filled': (scene) => {
    setCash(scene.state, desksOf(scene.short).dealer, scene.amount('2'));
    passThrough(scene, '0.85', {});
  },
  'an interior SELL at the outside bid': (scene) => {
    const { dealer } = desksOf(scene.short);
    setCash(scene.state, dealer, scene.amount('2'));
    transfer(scene.state, dealer, scene.party('H1'), scene.amount('0.85'));
    move(scene.state, scene.ticket('k4'), dealer);
    record(scene.state, fill(scene, { pinned: false, dealerInventoryAfter: 3 }));
  },
  'quotes of another position are posted': (scene) => {
    record(
      scene.state,
      quotes(scene, {
        bid: scene.amount('0.95'),
        ask: scene.amount('1.05'),
        dealerMidline: scene.amount('1'),
      }),
    );
  },
  'quotes of the old mid are posted': (scene) => {
    setMid(scene, '0.5');
    record(scene.state, quotes(scene, {}));
  },
  'a trader pays what it has not': (scene) => {
    transfer(scene.state, scene.party('H2'), scene.party('H1'), scene.amount('1'));
    record(scene.state, rejected);
  },
  'the mid falls without a loss': (scene) => {
    scene.short.outsideMid = scene.amount('0.5');
    record(scene.state, anchorsFall(scene));
  },
  'a desk’s equity is not explained': (scene) => {
    transfer(scene.state, scene.party('vbt:short'), scene.party('H1'), scene.amount('1'));
    explain(scene, 'H1', '1');
    record(scene.state, allocated);
  },
  'a trader’s equity is not at face': (scene) => {
    transfer(scene.state, scene.party('H1'), scene.party('H2'), scene.amount('1'));
    record(scene.state, allocated);
  },
  'a refused order moves cash': (scene) => {
    transfer(scene.state, scene.party('H1'), scene.party('H2'), scene.amount('1'));
    record(scene.state, rejected);
  },
  'the mid moves within a period': (scene) => {
    scene.short.outsideMid = scene.amount('0.9');
    record(scene.state, rejected);
  },
  'the spread moves within a period': (scene) => {
    scene.short.outsideSpread = scene.amount('0.4');
    record(scene.state, rejected);
  },
  'money leaks between events': (scene) => {
    const h1 = scene.party('H1');
    h1.cash = h1.cash.minus(scene.amount('1'));
    explain(scene, 'H1', '-1');
    audit(scene.state, { day: 3, kind: 'RunEnded', reason: 'periods' }, { periods: 0, stopOnDefault: false });
  },
  'a ticket is lost between events': (scene) => {
    scene.party('H1').held--;
    explain(scene, 'H1', '-1');
    audit(scene.state, { day: 3, kind: 'RunEnded', reason: 'periods' }, { periods: 0, stopOnDefault: false });
  },
  'a holding is lost between events': (scene) => {
    scene.party('H1').holdings.length = 0;
    audit(scene.state, { day: 3, kind: 'RunEnded', reason: 'periods' }, { periods: 0, stopOnDefault: false });
  },
  'a moved ticket gets lost on the way': (scene) => {
    move(scene.state, scene.ticket('k4'), scene.party('vbt:short'));
    scene.party('vbt:short').holdings.length = 0;
    record(scene.state, rejected);
  },
  'a moved ticket stays with its seller as well': (scene) => {
    const k4 = scene.ticket('k4');
    move(scene.state, k4, scene.party('vbt:short'));
    scene.party('H1').holdings.push({ day: k4.maturity, tickets: [k4] });
    record(scene.state, rejected);
  },
  'an issued ticket is held by nobody': (scene) => {
    issue(scene.state, { ...scene.ticket('k4'), id: 'k9', serial: 9 });
    scene.party('H1').holdings.length = 0;
    record(scene.state, rolled(scene));
  },
  'both quotes are the face, below B': (scene) => {
    quotesAtPar(scene, {});
  },
  'the bid falls below the face': (scene) => {
    quotesAtPar(scene, { bid: scene.amount('0.9') });
  },
  'the bid is the face, under the guard': (scene) => {
    quotesAtPar(scene, { guard: true });
  },
  'the ask falls below the bid': (scene) => {
    record(scene.state, quotes(scene, { ask: scene.amount('0.87') }));
  },
  'the anchors are said to fall, and do not': (scene) => {
    record(scene.state, anchorsFall(scene));
  },
  'a trader without a shortfall comes to sell': (scene) => {
    sellByPolicy(scene.state, arriving(scene, 'H1'));
  },
  'a trader with a shortfall comes to buy': (scene) => {
    buyByPolicy(scene.state, arriving(scene, 'H2'));
  },
  'a flow ends while somebody could still come': (scene) => {
    const choices = drawing(0);
    checkFlowOpens(scene.state, choices);
    checkFlowEnds(scene.state, choices);
  },
  'a period is over before it began': (scene) => {
    checkStep(scene.state, 'period');
  },
  'a run ends before its periods': (scene) => {
    audit(scene.state, { day: 3, kind: 'RunEnded', reason: 'periods' }, { periods: 2, stopOnDefault: false });
  },
};

const drawing = (place: number): Choices => ({
  more: () => true,
  prefersSell: () => true,
  agent: () => place,
});

/** A flow is under way, and this trader has been drawn from the one buyer that there is. */
function arriving(scene: Scene, id: string): Trader {
  const party = scene.party(id);
  if (party.kind !== 'trader') assert.fail(`${id} is a desk`);
  checkFlowOpens(scene.state, drawing(party.index)).agent(
    { size: 1, has: () => true, at: () => 0 },
    () => true,
  );
  return party;
}

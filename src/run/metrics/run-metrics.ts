/** All folds of a run over one stream of events. OUT-03 … OUT-11. */
import type { EventOf, ModelEvent, RunEnding } from '../../core/events.ts';
import type { Arithmetic, Num } from '../../num.ts';
import { Accounts } from './accounts.ts';
import { ActivityFold, type Activity } from './activity.ts';
import type { Fold, RunLabel, Tables } from './fold.ts';
import { FundingFold, type VbtFunding } from './funding.ts';
import { ImbalanceFold, type Imbalance } from './imbalance.ts';
import { InventoryDaysFold } from './inventory-days.ts';
import { MarginsFold, type Margins } from './margins.ts';
import { MarketUseFold, type MarketUse } from './market-use.ts';
import { PayoffFold, type Losses, type Payoff } from './payoff.ts';
import { ProfitFold, totalProfit, type DeskProfit } from './profit.ts';
import { tellsOpening } from './postings.ts';
import { RepaymentRows } from './repayments.ts';
import { ReturnsFold, type Returns } from './returns.ts';
import { RoundsFold, type Rounds } from './rounds.ts';
import { debtToMoney, InventorySeries, midsNow, MidSeries, SystemSeries } from './series.ts';
import { TradeRows } from './trades.ts';

/** What a run comes to. MET-01 … MET-15. */
export interface Metrics {
  readonly runId: string;
  readonly regime: string;
  readonly ending: RunEnding | null;
  readonly lastDay: number;
  readonly initialTotalDebt: Num;
  readonly initialTotalMoney: Num;
  readonly debtToMoneyRatio: Num;
  readonly liquidityRatio: Num;
  readonly payoff: Payoff;
  readonly rounds: Rounds;
  readonly losses: Losses;
  readonly activity: Activity;
  readonly marketUse: MarketUse;
  readonly vbtFunding: VbtFunding;
  /** Days on which any dealer holds inventory, over all days. ANA-03. */
  readonly dealerActiveFraction: Num | null;
  readonly dealerTotalPnl: Num;
  readonly vbtTotalPnl: Num;
  readonly desks: readonly DeskProfit[];
  readonly mids: readonly FinalMids[];
  readonly imbalance: readonly Imbalance[];
  readonly traderReturns: Returns;
  readonly safetyMargins: Margins;
}

/** OUT-11. */
export interface FinalMids {
  readonly bucket: string;
  readonly dealerMidFinal: Num | null;
  readonly vbtMidFinal: Num | null;
  readonly dealerPremiumFinalPct: Num | null;
  readonly vbtPremiumFinalPct: Num | null;
}

/** What writes the rows of the tables, and makes no figure. */
const rowsOf = (accounts: Accounts, label: RunLabel, tables: Tables): Fold[] => [
  new TradeRows(accounts, label, tables),
  new InventorySeries(accounts, tables),
  new SystemSeries(accounts, tables),
  new MidSeries(accounts, tables),
  new RepaymentRows(accounts, label, tables),
];

export class RunMetrics {
  readonly accounts: Accounts;
  readonly #payoff: PayoffFold;
  readonly #profit: ProfitFold;
  readonly #imbalance: ImbalanceFold;
  readonly #returns: ReturnsFold;
  readonly #margins: MarginsFold;
  readonly #activity: ActivityFold;
  readonly #rounds: RoundsFold;
  readonly #use: MarketUseFold;
  readonly #funding: FundingFold;
  readonly #inventoryDays: InventoryDaysFold;
  readonly #folds: Fold[];
  /** What looks at every event, before or after the accounts take it. */
  readonly #before: ((event: ModelEvent) => void)[];
  readonly #after: ((event: ModelEvent) => void)[];
  #day: number | null = null;
  #opened = false;
  #ending: RunEnding | null = null;
  #debt: Num;
  #money: Num;

  /** Without tables it makes the figures alone. */
  constructor(
    numbers: Arithmetic,
    readonly label: RunLabel,
    tables: Tables | null,
  ) {
    const accounts = new Accounts(numbers);
    this.accounts = accounts;
    this.#debt = numbers.zero;
    this.#money = numbers.zero;
    this.#payoff = new PayoffFold(accounts);
    this.#profit = new ProfitFold(accounts);
    this.#imbalance = new ImbalanceFold(accounts);
    this.#returns = new ReturnsFold(accounts);
    this.#margins = new MarginsFold(accounts);
    this.#activity = new ActivityFold(accounts);
    this.#rounds = new RoundsFold(accounts, label.rules, (debtor, isInduced) => {
      for (const fold of this.#folds) fold.judged?.(debtor, isInduced);
    });
    this.#funding = new FundingFold(accounts);
    this.#inventoryDays = new InventoryDaysFold(accounts);
    this.#use = new MarketUseFold(accounts, this.#funding);
    this.#folds = [
      this.#payoff,
      this.#profit,
      this.#imbalance,
      this.#returns,
      this.#margins,
      this.#activity,
      this.#rounds,
      this.#funding,
      this.#use,
      this.#inventoryDays,
      ...(tables === null ? [] : rowsOf(accounts, label, tables)),
    ];
    this.#before = this.#folds.flatMap((fold) => fold.before?.bind(fold) ?? []);
    this.#after = this.#folds.flatMap((fold) => fold.after?.bind(fold) ?? []);
  }

  /** One more fold, over the same accounts; before the first event. */
  follow(fold: Fold): void {
    this.#folds.push(fold);
    if (fold.before !== undefined) this.#before.push(fold.before.bind(fold));
    if (fold.after !== undefined) this.#after.push(fold.after.bind(fold));
  }

  take(event: ModelEvent): void {
    this.#day ??= event.day;
    while (this.#day < event.day) this.#closeDay(this.#day++);
    if (!this.#opened && !tellsOpening(event)) this.#noteStart();
    for (const before of this.#before) before(event);
    this.accounts.take(event);
    for (const after of this.#after) after(event);
    if (event.kind === 'RunEnded') this.#end(event);
  }

  /** A day that a violation cut short has no close. CHK-07. */
  #end({ day, reason }: EventOf<'RunEnded'>): void {
    this.#ending = reason;
    if (reason !== 'violation') this.#closeDay(day);
    for (const fold of this.#folds) fold.finish?.();
  }

  #closeDay(day: number): void {
    for (const fold of this.#folds) fold.closeDay?.(day);
  }

  /** Initial debt is every liability, initial money the traders' cash. MET-04. */
  #noteStart(): void {
    this.#opened = true;
    this.#debt = this.accounts.outstanding();
    this.#money = this.accounts.cash.trader;
  }

  metrics(): Metrics {
    if (this.#day === null) throw new Error('a run has metrics once it has begun');
    const { zero } = this.accounts;
    const desks = this.#profit.profits();
    return {
      runId: this.label.runId,
      regime: this.label.regime,
      ending: this.#ending,
      lastDay: this.#day,
      initialTotalDebt: this.#debt,
      initialTotalMoney: this.#money,
      debtToMoneyRatio: debtToMoney(this.#debt, this.#money),
      liquidityRatio: debtToMoney(this.#money, this.#debt),
      payoff: this.#payoff.payoff(),
      rounds: this.#rounds.rounds(),
      losses: this.#payoff.losses(),
      activity: this.#activity.activity(),
      marketUse: this.#use.use(),
      vbtFunding: this.#funding.funding(),
      dealerActiveFraction: this.#inventoryDays.activeFraction(),
      dealerTotalPnl: totalProfit(desks, 'dealer', zero),
      vbtTotalPnl: totalProfit(desks, 'vbt', zero),
      desks,
      mids: midsNow(this.accounts).map(({ id, dealerMid, vbtMid, dealerPremiumPct, vbtPremiumPct }) => ({
        bucket: id,
        dealerMidFinal: dealerMid,
        vbtMidFinal: vbtMid,
        dealerPremiumFinalPct: dealerPremiumPct,
        vbtPremiumFinalPct: vbtPremiumPct,
      })),
      imbalance: this.#imbalance.imbalances(),
      traderReturns: this.#returns.returns(),
      safetyMargins: this.#margins.margins(),
    };
  }
}

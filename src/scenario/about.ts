/** What every key of a scenario file means: for `ringspec explain`, docs/scenario-files.md and the JSON Schemas. */

export interface About {
  readonly means: string;
  /** Of what the value is a number; null where it is none, or a plain ratio. */
  readonly unit: string | null;
  readonly clause: string;
  /** In words, where it is no fixed value. */
  readonly default?: string;
  /** In words, where it is more than one value. */
  readonly allowed?: string;
}

const perFace = 'money per unit of face';
const tickets = 'tickets';
const key = (means: string, clause: string, unit: string | null = null, byDefault?: string): About =>
  byDefault === undefined ? { means, unit, clause } : { means, unit, clause, default: byDefault };

/** By path in the document, in the order of the schema; `<bucket>` stands for the name of any bucket. */
export const about: Readonly<Record<string, About>> = {
  seed: key('where all chance comes from: the same seed gives the same bytes', 'RING-06'),
  periods: key('how long a run lasts; it ends earlier when no ticket is left', 'LOOP-03', 'periods'),
  regime: key(
    'who makes a market: dealers, nobody, the VBTs alone, or a ring without large holders',
    'LOOP-04',
  ),
  arithmetic: key(
    'exact decimals of 28 digits, or float64, for amounts below a million (CHK-12R)',
    'CHK-09R',
    null,
    'decimal; in a sweep float64',
  ),
  checks: key('whether the identities are checked after every event', 'CHK-08'),
  stop_on_default: key('whether a run ends after the period of its first default', 'SET-07'),
  allow_small_ring: key('whether a ring may have fewer traders than n_traders_min', 'MOD-14'),
  ticket_size_S: key('S, the face of a ticket', 'MOD-03', 'money'),
  'rulings.clearing': key('what an issuer may pay with on the day', 'SET-06R'),
  'rulings.cap_quotes_at_par': key('whether no quote exceeds the face', 'KER-16R'),
  'buckets.<bucket>.tau': key(
    'remaining maturities that belong to the bucket: "1-3", "9+"',
    'MOD-04',
    'periods',
  ),
  'buckets.<bucket>.M0': key('outside mid at the start, what the VBT values a claim at', 'MOD-13R', perFace),
  'buckets.<bucket>.O0': key(
    'outside spread at the start, between what the VBT asks and bids',
    'MOD-13R',
    perFace,
  ),
  'buckets.<bucket>.Omin': key('least outside spread, from the first update on', 'ANC-07R', perFace),
  'buckets.<bucket>.phiM': key(
    'how far losses lower the outside mid',
    'ANC-03',
    `${perFace} and unit of loss rate`,
  ),
  'buckets.<bucket>.phiO': key(
    'how far losses widen the outside spread',
    'ANC-03',
    `${perFace} and unit of loss rate`,
  ),
  'guard.Mmin': key('at or below this outside mid a dealer only passes orders on', 'KER-12', perFace),
  'guard.clip_nonneg_B': key('whether outside bid and mid are kept from going below zero', 'ANC-04'),
  'dealers.init_target_capacity_Xstar': key(
    'X* that every dealer starts with, half of it as inventory; not used where shares are given',
    'INI-01',
    'face',
    'four tickets; none where shares are given',
  ),
  'order_flow.pi_sell': key('probability that an arrival prefers to sell', 'FLW-01'),
  'order_flow.Nmax': key(
    'most arrivals of a period',
    'FLW-01',
    'arrivals',
    '3 under liquidity_and_investment, no limit otherwise',
  ),
  'trader_policy.kind': key('who wants to trade, and why', 'POL-02'),
  'trader_policy.H_min_invest': key('a buyer owes nothing for so long', 'POL-02', 'periods'),
  'trader_policy.buffer_cash_B': key('a buyer has more cash than this', 'POL-02', 'money'),
  'trader_policy.horizon': key(
    'H, how far ahead traders look for a gap',
    'POL-06',
    'periods',
    'H_min_invest; in a balanced run maturity_days unless H_min_invest is given',
  ),
  'initial_allocation.dealer_share': key(
    "share of a bucket's tickets that its dealer starts with",
    'INI-02',
    null,
    '0.25',
  ),
  'initial_allocation.vbt_share': key(
    "share of a bucket's tickets that its VBT starts with",
    'INI-02',
    null,
    '0.5',
  ),
  'initial_allocation.traders_share': key(
    'what is left for the traders; it says so and does nothing',
    'INI-02',
    null,
    'the rest',
  ),
  'balance.mode': key('claims of large holders as shares of all claims, or on top of the ring', 'BAL-02'),
  'balance.vbt_share': key('share of all claims that the VBTs hold', 'BAL-02'),
  'balance.dealer_share': key('share of all claims that the dealers hold', 'BAL-02'),
  'balance.big_entity_share': key(
    "claims of the dealers on top of the ring's, as a share of them",
    'BAL-03',
    null,
    '0.25 in the mode additional',
  ),
  'anchors.update': key('whether losses move the outside quotes', 'ANC-03'),
  'rollover.enabled': key('whether a repaid claim is issued again', 'ROL-01'),
  'rollover.issue_price': key('what a renewed claim is paid', 'ROL-02'),
  'ring.n_traders': key('N, traders in the ring', 'RING-01', 'traders', 'n_traders_min'),
  'ring.n_traders_min': key('a ring with fewer traders is refused', 'MOD-14', 'traders'),
  'ring.total_debt_Q': key(
    'Q, what the traders owe one another',
    'RING-02',
    'money',
    `ten ${tickets} a trader; 10000 in a balanced run`,
  ),
  'ring.kappa': key('κ = Q/L, debt to money; the other way to say liquidity_ratio', 'RING-03R'),
  'ring.liquidity_ratio': key(
    'L/Q, money to debt; the other way to say kappa',
    'RING-03R',
    null,
    'not given',
  ),
  'ring.debts': key('whether debts are drawn, or the same for everybody', 'RING-09R'),
  'ring.concentration': key('c of the Dirichlet draw of debts: the smaller, the more unequal', 'RING-02'),
  'ring.mu': key('μ, how far due days are spread', 'RING-05'),
  'ring.maturity_days': key('T: due days run from 1 to T', 'RING-05', 'periods'),
  'ring.cash': key("how the ring's cash is spread over the traders", 'RING-04'),
  'sweep.kappas': key('κ, one value after the other', 'BAL-10', null, 'ring.kappa alone'),
  'sweep.liquidity_ratios': key(
    'L/Q, one value after the other, in place of kappas',
    'BAL-10',
    null,
    'not given',
  ),
  'sweep.concentrations': key('c, one value after the other', 'BAL-10', null, 'ring.concentration alone'),
  'sweep.mus': key('μ, one value after the other', 'BAL-10', null, 'ring.mu alone'),
  'sweep.outside_mid_ratios': key(
    'ρ = M/S, the same in every bucket',
    'BAL-06',
    null,
    'M0 of the buckets alone',
  ),
  'sweep.axes': {
    means: 'more keys that a sweep goes over, such as trader_policy.horizon: [1, 3, 10]',
    unit: null,
    clause: 'EXP-01',
    default: 'none',
    allowed: 'keys of a scenario that hold one value; for each a list of values that the key allows',
  },
  'sweep.design.latin_hypercube.points': key(
    'points drawn over the ranges of sweep.axes',
    'EXP-04',
    'points',
    'none: the full grid',
  ),
  'sweep.design.latin_hypercube.log': {
    means: 'axes of the design that are even in the logarithm',
    unit: null,
    clause: 'EXP-04',
    default: 'none',
    allowed: 'names of axes in sweep.axes whose range is above 0',
  },
  'sweep.design.frontier.axis': {
    means: 'the key along which is searched for where the metric crosses the target',
    unit: null,
    clause: 'EXP-04',
    default: 'none: the full grid',
    allowed: 'a key of a scenario that holds one number',
  },
  'sweep.design.frontier.between': key(
    'the range that is searched, as [low, high]',
    'EXP-04',
    null,
    'required',
  ),
  'sweep.design.frontier.metric': {
    means: 'a measure of an arm, as delta_passive, or of a comparison, as effect_delta_passive_active',
    unit: null,
    clause: 'EXP-04',
    default: 'required',
    allowed: 'a column of comparison.csv with one of the four measures',
  },
  'sweep.design.frontier.target': key(
    'the value of the metric that is looked for',
    'EXP-04',
    null,
    'required',
  ),
  'sweep.design.frontier.steps': key('how often the range is halved', 'EXP-04', null, '8'),
  'sweep.seeds': key('R, rings at every point of the grid', 'BAL-11R', 'rings', '1'),
  'sweep.precision.half_width': key(
    'half width of the 95 % interval of the effect on δ, at every point',
    'EXP-05',
    null,
    'none: sweep.seeds says how many seeds a point has',
  ),
  'sweep.precision.first': key('seeds of the first stage at every point', 'EXP-05', 'seeds', '10'),
  'sweep.precision.most': key('seeds that a point may have', 'EXP-05', 'seeds', '200'),
  'sweep.seed_per_pair': key(
    'whether every pair has a seed of its own',
    'BAL-11R',
    null,
    'false: the same seeds at every point',
  ),
  'sweep.regimes': key('arms of a pair, any of the four', 'EXP-03', null, 'passive, active'),
  'sweep.comparisons': key(
    'which arm is compared with which; of [a, b] the effect is what a has minus what b has',
    'EXP-03',
    null,
    'those of passive and active, passive and backstop, backstop and active, baseline and passive whose arms are run',
  ),
};

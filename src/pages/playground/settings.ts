/** What can be set in the playground, and the scenario files and the address that say the same. CFG-01, BAL-07. */
import { clearingRules, policyKinds, regimes } from '../../core/state.ts';
import { at } from '../../core/list.ts';
import { amounts, steps } from './values.ts';

/** The arms that stand side by side. */
export const arms = ['passive', 'backstop', 'active'] as const satisfies readonly (typeof regimes)[number][];
export type ArmName = (typeof arms)[number];

/** A setting: a slider over these values, or a choice between them where `isChoice`. */
export interface Setting {
  readonly name: string;
  /** For who knows the model's symbol. */
  readonly symbol: string;
  readonly group: (typeof groups)[number];
  readonly says: string;
  /** Exact, as a scenario file has them. */
  readonly values: readonly string[];
  readonly usual: string;
  readonly isChoice?: true;
}

export const groups = ['The ring', 'The market', 'The rules'] as const;

/** By the key that the address has them under. */
export const settings = {
  seed: {
    ...{ name: 'seed', symbol: '', group: 'The ring', usual: '42', values: steps(1, 100, 1) },
    says: 'of the first ring; nineteen follow it',
  },
  traders: {
    ...{ name: 'traders', symbol: 'N', group: 'The ring', usual: '100' },
    says: 'each owes 100 on average',
    values: ['10', '20', '30', '50', '75', '100', '150', '200'],
  },
  kappa: {
    ...{ name: 'debt to money', symbol: 'κ', group: 'The ring', usual: '1' },
    says: 'the larger, the scarcer is cash',
    values: amounts('0.1 0.2 0.25 0.3 0.4 0.5 0.6 0.75 0.9 1 1.25 1.5 1.75 2 2.5 3 4 5 6 8 10'),
  },
  c: {
    ...{ name: 'concentration of debts', symbol: 'c', group: 'The ring', usual: '1' },
    says: 'the smaller, the more unequal',
    values: amounts('0.1 0.2 0.3 0.4 0.5 0.75 1 1.5 2 3 5 10'),
  },
  mu: {
    ...{ name: 'due days', symbol: 'μ', group: 'The ring', usual: '0.5', values: steps(0, 1, 0.05) },
    says: '0: all on day 1; above 0: spread over the days',
  },
  rho: {
    ...{ name: 'outside mid', symbol: 'ρ', group: 'The market', usual: '0.75', values: steps(0.3, 1, 0.05) },
    says: 'price of a ticket over its face',
  },
  short: { ...spread('short'), usual: '0.2' },
  mid: { ...spread('mid'), usual: '0.3' },
  long: { ...spread('long'), usual: '0.4' },
  vbt: {
    ...{
      name: 'share of the VBTs',
      symbol: '',
      group: 'The market',
      usual: '0.25',
      values: steps(0, 0.5, 0.025),
    },
    says: 'of all claims, at the start',
  },
  dealer: {
    ...{ name: 'share of the dealers', symbol: '', group: 'The market', usual: '0.125' },
    values: steps(0, 0.4, 0.025),
    says: 'of all claims, at the start',
  },
  policy: {
    ...{ name: 'policy', symbol: '', group: 'The rules', usual: 'default_avoidance', isChoice: true },
    values: policyKinds,
    says: 'why traders trade',
  },
  H: {
    ...{ name: 'horizon', symbol: 'H', group: 'The rules', usual: '10', values: steps(1, 15, 1) },
    says: 'periods that a trader looks ahead',
  },
  Nmax: {
    ...{ name: 'arrivals a period', symbol: 'N_max', group: 'The rules', usual: 'none' },
    says: 'at most so many orders',
    values: ['1', '2', '3', '5', '8', '10', '15', '20', '30', '50', '100', 'none'],
  },
  rollover: {
    ...{ name: 'rollover', symbol: '', group: 'The rules', usual: 'true', isChoice: true },
    values: ['true', 'false'],
    says: 'repaid tickets are issued again',
  },
  clearing: {
    ...{ name: 'clearing', symbol: '', group: 'The rules', usual: 'cash_on_hand', isChoice: true },
    values: clearingRules,
    says: 'what pays debts on the day',
  },
} as const satisfies Readonly<Record<string, Setting>>;

function spread(bucket: string) {
  return {
    name: `spread in ${bucket}`,
    symbol: 'O',
    group: 'The market',
    says: 'outside spread over face',
    values: steps(0, 0.8, 0.05),
  } as const;
}

export type SettingKey = keyof typeof settings;
export const settingKeys = Object.keys(settings) as SettingKey[];
export type Settings = Readonly<Record<SettingKey, string>>;

export const usualSettings = Object.fromEntries(
  settingKeys.map((key) => [key, settings[key].usual]),
) as Settings;

/** Seeds of the comparison. */
const SEEDS = 20;

/** All that both files say, line by line. */
function common(set: Settings): string[] {
  const { seed, traders, kappa, c, mu, rho, short, mid, long, vbt, dealer } = set;
  const { policy, H, Nmax, rollover, clearing } = set;
  const horizon = policy === 'liquidity_and_investment' ? 'H_min_invest' : 'horizon';
  return [
    `seed: ${seed}`,
    'arithmetic: float64',
    ...(Number(traders) < 100 ? ['allow_small_ring: true'] : []),
    'periods: 15',
    'ticket_size_S: 20',
    'ring:',
    `  n_traders: ${traders}`,
    `  total_debt_Q: ${String(100 * Number(traders))}`,
    '  maturity_days: 10',
    `  kappa: ${kappa}`,
    `  concentration: ${c}`,
    `  mu: ${mu}`,
    'balance:',
    `  vbt_share: ${vbt}`,
    `  dealer_share: ${dealer}`,
    'buckets:',
    ...Object.entries({ short, mid, long }).map(([id, O]) => `  ${id}: { M0: ${rho}, O0: ${O} }`),
    'trader_policy:',
    `  kind: ${policy}`,
    `  ${horizon}: ${H}`,
    'order_flow:',
    `  Nmax: ${Nmax === 'none' ? 'null' : Nmax}`,
    'rollover:',
    `  enabled: ${rollover}`,
    'rulings:',
    `  clearing: ${clearing}`,
  ];
}

/** The file of `ringspec sweep balanced` for the three arms and the twenty seeds. */
export const sweepText = (set: Settings): string =>
  [
    '# From the playground: three arms, twenty seeds.',
    ...common(set),
    'sweep:',
    '  regimes: [passive, active, backstop]',
    `  seeds: ${String(SEEDS)}`,
    '',
  ].join('\n');

/** The file of `ringspec run` for one arm on the first seed. */
export const runText = (set: Settings, arm: ArmName): string =>
  ['# From the playground: one run.', `regime: ${arm}`, ...common(set), ''].join('\n');

/** What the page shows beside the settings. */
export interface View {
  readonly arm: ArmName;
  /** Day of the ring's picture; null for the one that a reader sees first. */
  readonly day: number | null;
  /** Id of the chosen trader. */
  readonly trader: string | null;
}

/** Everything that the page shows, as the part of its address after `#`. */
export function addressOf(set: Settings, { arm, day, trader }: View): string {
  const query = new URLSearchParams(settingKeys.map((key) => [key, set[key]]));
  query.set('arm', arm);
  if (day !== null) query.set('day', String(day));
  if (trader !== null) query.set('trader', trader);
  return query.toString();
}

interface Address {
  readonly set: Settings;
  readonly view: View;
  /** What the address says and the playground cannot show. */
  readonly notes: readonly string[];
}

/** Reads an address; what it leaves out is as usual. */
export function readAddress(text: string): Address {
  const query = new URLSearchParams(text);
  const notes: string[] = [];
  const pick = (key: string, values: readonly string[], usual: string): string => {
    const given = query.get(key);
    if (given === null || values.includes(given)) return given ?? usual;
    notes.push(`The address says ${key} ${given}. Allowed: ${values.join(', ')}. Shown is ${usual}.`);
    return usual;
  };
  for (const key of query.keys())
    if (!Object.hasOwn(settings, key) && !['arm', 'day', 'trader'].includes(key))
      notes.push(`The address says ${key}, which is no setting here.`);
  const set = Object.fromEntries(
    settingKeys.map((key) => [key, pick(key, settings[key].values, settings[key].usual)]),
  ) as Settings;
  const arm = pick('arm', arms, at(arms, 2)) as ArmName;
  const day = query.get('day');
  return {
    set,
    view: { arm, day: day !== null && /^\d+$/.test(day) ? Number(day) : null, trader: query.get('trader') },
    notes,
  };
}

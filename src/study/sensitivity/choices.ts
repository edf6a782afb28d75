/** Choices that the sources leave open and that move the result most: named readings beside the rulings. EXP-10. */
import { policyKinds } from '../../core/state.ts';
import { decimal } from '../../num.ts';
import { isMarketMaking } from '../../scenario/regimes.ts';
import type { LoadedSweep } from '../../scenario/sweep.ts';
import type { Ruling } from './rulings.ts';

/** Every such choice, with the values that are tried for this sweep; the sweep's own is one of them or none. */
export function openChoices(sweep: LoadedSweep): Ruling[] {
  const { grid } = sweep;
  const all = [...choicesOf(sweep), ...(grid.comparisons.some(isMarketMaking) ? [armBeside] : [])];
  // what the sweep goes over is varied already
  return all.filter(({ path }) => !grid.axes.some((axis) => axis.path === path));
}

/** Where market making is what the sweep is about. LOOP-05. */
const armBeside: Ruling = {
  name: 'arm',
  clause: 'LOOP-05',
  title: "what market making is compared with: the VBTs' outside money alone leaves the dealers' part",
  path: 'compared with',
  values: ['backstop'],
  own: 'passive',
  set: { 'sweep.regimes': 'backstop,active', 'sweep.comparisons': '[[backstop, active]]' },
};

/** The largest value of a share in the sweep, which may go over it. */
const largest = ({ axes, design }: LoadedSweep['grid'], path: string, own: string): string =>
  [...axes, ...(design?.ranges ?? [])]
    .filter((axis) => axis.path === path)
    .flatMap(({ values }) => values.map(String))
    .reduce((most, value) => (Number(value) > Number(most) ? value : most), own);

function choicesOf({ base, grid }: LoadedSweep): Ruling[] {
  const { balance, ring } = base;
  const [dealer, vbt] = ['balance.dealer_share', 'balance.vbt_share'] as const;
  const shares =
    balance?.mode === 'share_of_total'
      ? [
          share('dealer-share', dealer, balance.dealer_share, largest(grid, vbt, balance.vbt_share)),
          share('VBT-share', vbt, balance.vbt_share, largest(grid, dealer, balance.dealer_share)),
        ]
      : [
          {
            ...share('dealer-share', 'balance.big_entity_share', balance?.big_entity_share ?? '0', '0'),
            clause: 'BAL-03',
          },
        ];
  return [
    {
      name: 'policy',
      clause: 'POL-13',
      title: 'how traders decide: the sources have three policies and rank none',
      path: 'trader_policy.kind',
      values: policyKinds,
    },
    {
      name: 'N_max',
      clause: 'FLW-01',
      title: 'how many orders a period takes: 3 in the stub, no limit elsewhere',
      path: 'order_flow.Nmax',
      values: ['null', '3'],
    },
    {
      name: 'horizon',
      clause: 'POL-06',
      title: 'how far traders look ahead: a day, three days, or the whole calendar',
      path: 'trader_policy.horizon',
      values: [...new Set(['1', '3', String(ring.maturity_days)])],
    },
    {
      name: 'rollover',
      clause: 'ROL-05',
      title: 'whether what was repaid is lent again',
      path: 'rollover.enabled',
      values: ['true', 'false'],
    },
    ...shares,
  ];
}

/** None and double of what the sweep has, as far as that leaves the traders something beside the other share. BAL-02, EXP-10. */
function share(name: string, path: string, own: string, other: string): Ruling {
  return {
    name,
    clause: 'BAL-02',
    title: 'how large the balance sheets are that stand ready',
    path,
    values: ['0', decimal.of(own).times(decimal.of(2)).toFixed()].filter(
      (value) => Number(value) !== Number(own) && Number(value) + Number(other) < 1,
    ),
  };
}

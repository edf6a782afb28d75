/** What a real implementation by others had different, each as a change of a function of the core. */
import type { Change } from '../wrong/errors.ts';

export interface PeerFault {
  readonly id: string;
  /** What it is told by. */
  readonly cause: string;
  readonly changes: readonly Change[];
}

const change = (name: string, find: string, replace: string): Change => ({ in: name, find, replace });

export const peerFaults: readonly PeerFault[] = [
  {
    id: 'par-cap',
    cause: 'KER-16R',
    changes: [change('quotesAt', 'input.capQuotesAtPar && !guard', '!guard')],
  },
  {
    id: 'quantised-cash',
    cause: 'CHK-09R',
    changes: [
      {
        in: 'setCash',
        file: 'src/core/ledger.ts',
        find: 'party.cash = cash;',
        replace: 'party.cash = cash.toDecimalPlaces(6);',
      },
    ],
  },
  {
    id: 'sequential',
    cause: 'SET-06R',
    changes: [
      change(
        'openWorld',
        'world.rulings.clearing',
        "world.rulings.clearing === 'cash_on_hand' ? 'sequential' : world.rulings.clearing",
      ),
    ],
  },
  {
    id: 'no-fallback',
    cause: 'FLW-02',
    changes: [
      change(
        'twoSided',
        'const sells = prefersSell ? sellers.size > 0 : buyers.size === 0;',
        'const sells = prefersSell;\n    if ((sells ? sellers : buyers).size === 0) break;',
      ),
    ],
  },
  {
    id: 'losses-of-defaulters',
    cause: 'ANC-01',
    changes: [
      change(
        'countLoss',
        'matured.face = matured.face.plus(face);',
        'if (!loss.isZero()) matured.face = matured.face.plus(face);',
      ),
    ],
  },
  {
    id: 'no-input-checks',
    cause: 'bad input',
    changes: [
      change(
        'worldSchema',
        "for (const { path, message } of findFaults(world)) context.addIssue({ code: 'custom', path, message });",
        'void findFaults(world), context;',
      ),
    ],
  },
];

/** All of them in one. */
export const allAtOnce: PeerFault = {
  id: 'all-at-once',
  cause: '',
  changes: peerFaults.flatMap(({ changes }) => changes),
};

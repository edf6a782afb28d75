/** Which clauses a difference in quotes or in an order can be about. */
import type { Row } from './row.ts';

export const kernel: readonly Row[] = [
  { member: 'refused', clauses: ['LOOP-08R'] },
  { member: 'tickets', clauses: ['MOD-09', 'MOD-04', 'MOD-05R'] },
  { member: '*', if: 'rounded among them', clauses: ['CHK-09R', 'KER-15'] },
  // the state says the same of them
  { member: 'cash', clauses: ['KER-15'] },
  { member: 'outsideMid', clauses: ['KER-15'] },
  { member: 'outsideSpread', clauses: ['KER-15'] },
  { member: '*', if: 'kernel is right', clauses: ['KER-15'] },
  { member: 'guard', clauses: ['KER-12', 'CHK-12R'] },
  { member: 'faceInventory', clauses: ['KER-05', 'MOD-09'] },
  { member: 'outsideAsk', clauses: ['KER-01'] },
  { member: 'outsideBid', if: 'bid was clipped', clauses: ['ANC-04', 'KER-01'] },
  { member: 'outsideBid', clauses: ['KER-01', 'ANC-04'] },
  { member: 'midValuedWealth', clauses: ['KER-02', 'KER-03'] },
  { member: 'fundableTickets', if: 'long figures', clauses: ['KER-03', 'KER-04R', 'CHK-12R'] },
  { member: 'fundableTickets', clauses: ['KER-03', 'KER-04R', 'CHK-12R', 'KER-12'] },
  { member: 'capacity', clauses: ['KER-05', 'KER-03'] },
  { member: 'rungs', clauses: ['KER-05'] },
  { member: 'layoffProbability', clauses: ['KER-06'] },
  { member: 'insideWidth', if: 'no capacity', clauses: ['KER-11', 'KER-07'] },
  { member: 'insideWidth', clauses: ['KER-07'] },
  { member: 'midline', clauses: ['KER-08', 'KER-12'] },
  { member: 'interiorAsk', clauses: ['KER-09'] },
  { member: 'interiorBid', clauses: ['KER-09'] },
  { member: 'ask', if: 'par is capped', clauses: ['KER-16R'] },
  { member: 'bid', if: 'par is capped', clauses: ['KER-16R'] },
  { member: '*', clauses: ['KER-10', 'KER-11', 'KER-18R', 'CHK-12R', 'KER-16R'] },
];

/** What a price can be about that follows other orders: nobody saw the quotes between. */
const quoted = ['KER-08', 'KER-03', 'KER-06', 'KER-07', 'KER-09'];

/** Prices where the quotes before were right: how an order is filled, not what is quoted. */
export const sell: readonly Row[] = [
  { member: 'refused', clauses: ['LOOP-08R', 'TRD-15R', 'TRD-11'] },
  { member: 'executed', if: 'backstop', clauses: ['MOD-11R', 'TRD-05', 'LOOP-05'] },
  { member: 'routedBecause', if: 'backstop', clauses: ['LOOP-05'] },
  { member: 'route', if: 'backstop', clauses: ['LOOP-05'] },
  { member: 'price', if: 'backstop', clauses: ['TRD-03', 'LOOP-05'] },
  { member: 'reason', if: 'own choice, no price', clauses: ['MOD-04', 'POL-07', 'CHK-12R'] },
  { member: 'reason', if: 'no price', clauses: ['TRD-15R', 'POL-07', 'CHK-12R'] },
  { member: 'reason', if: 'no ticket', clauses: ['MOD-05R', 'POL-04', 'POL-08R'] },
  { member: 'executed', clauses: ['TRD-05', 'MOD-11R', 'TRD-13R', 'CHK-12R', 'LOOP-08R'] },
  { member: 'ticket', if: 'default avoidance', clauses: ['POL-08R', 'MOD-05R'] },
  { member: 'ticket', clauses: ['POL-04', 'MOD-05R', 'POL-02'] },
  { member: 'bucket', clauses: ['MOD-04', 'MOD-05R'] },
  { member: 'routedBecause', clauses: ['KER-14', 'TRD-12R', 'KER-12', 'CHK-12R', 'MOD-10'] },
  { member: 'route', clauses: ['KER-14', 'TRD-12R', 'KER-12', 'CHK-12R'] },
  { member: 'price', if: 'negative price', clauses: ['TRD-03', 'TRD-13R'] },
  { member: 'price', if: 'passed through', clauses: ['TRD-03', 'CHK-12R'] },
  {
    member: 'price',
    if: 'after other orders',
    clauses: [...quoted, 'TRD-01', 'KER-04R', 'CHK-12R', 'TRD-12R'],
  },
  { member: 'price', clauses: ['TRD-01', 'KER-04R', 'CHK-12R', 'TRD-12R'] },
  { member: '*', clauses: ['TRD-05', 'CHK-12R'] },
];

export const buy: readonly Row[] = [
  { member: 'refused', clauses: ['LOOP-08R', 'TRD-11', 'TRD-05'] },
  { member: 'executed', if: 'backstop', clauses: ['MOD-11R', 'TRD-05', 'TRD-07', 'LOOP-05'] },
  { member: 'routedBecause', if: 'backstop', clauses: ['LOOP-05'] },
  { member: 'route', if: 'backstop', clauses: ['LOOP-05'] },
  { member: 'price', if: 'backstop', clauses: ['TRD-04', 'LOOP-05'] },
  { member: 'ticket', if: 'own debt', clauses: ['TRD-08R', 'MOD-08'] },
  { member: 'ticket', if: 'second issuer', clauses: ['TRD-07'] },
  {
    member: 'executed',
    clauses: [
      'MOD-04',
      'TRD-07',
      'TRD-08R',
      'TRD-09R',
      'TRD-05',
      'MOD-08',
      'TRD-14R',
      'POL-05',
      'CHK-12R',
      'KER-12',
    ],
  },
  { member: 'bucket', if: 'own choice', clauses: ['POL-05', 'TRD-07', 'TRD-05', 'CHK-12R'] },
  { member: 'ticket', if: 'guard', clauses: ['KER-12', 'TRD-06', 'TRD-07', 'TRD-09R', 'MOD-08'] },
  {
    member: 'ticket',
    clauses: ['TRD-06', 'TRD-07', 'TRD-09R', 'TRD-10R', 'MOD-08', 'TRD-08R', 'KER-13', 'KER-12'],
  },
  { member: 'routedBecause', clauses: ['KER-13', 'TRD-09R', 'KER-12', 'TRD-07', 'TRD-08R', 'MOD-08'] },
  { member: 'route', clauses: ['KER-13', 'KER-12', 'TRD-09R'] },
  { member: 'price', if: 'passed through', clauses: ['TRD-04', 'TRD-14R', 'CHK-12R'] },
  {
    member: 'price',
    if: 'after other orders',
    clauses: [...quoted, 'TRD-02', 'TRD-14R', 'KER-04R', 'CHK-12R'],
  },
  { member: 'price', clauses: ['TRD-02', 'TRD-14R', 'KER-04R', 'CHK-12R'] },
  { member: 'reason', clauses: ['TRD-07', 'TRD-08R', 'TRD-09R', 'TRD-05', 'MOD-08', 'KER-12', 'POL-05'] },
  { member: '*', clauses: ['TRD-05'] },
];

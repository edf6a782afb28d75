/**
 * Which clauses a difference can be about: by what was asked, and by the first member of the answer that differs. Where
 * several stand in a row, the scenarios of the clauses decide which of them it is; the first is the usual one.
 */
import { buy, kernel, sell } from './orders.ts';
import type { FactName, Row } from './row.ts';

const advance: readonly Row[] = [
  { member: 'refused', clauses: ['LOOP-06R', 'REB-07R'] },
  { member: '*', if: 'other order', clauses: ['REB-06R'] },
  { member: '*', if: 'foreign ticket', clauses: ['MOD-09', 'REB-04'] },
  { member: '*', if: 'VBT sells', clauses: ['REB-04', 'REB-08R', 'CHK-12R'] },
  { member: '*', if: 'dealer sells', clauses: ['REB-03', 'REB-07R', 'REB-08R', 'CHK-12R', 'MOD-10'] },
  { member: '*', if: 'trader sells', clauses: ['REB-02', 'MOD-04'] },
  { member: '*', clauses: ['REB-01', 'MOD-04', 'REB-04', 'MOD-09', 'REB-02'] },
];

const settle: readonly Row[] = [
  {
    member: 'refused',
    if: 'clearing is chosen',
    clauses: ['SET-06R', 'SET-01', 'SET-02', 'SET-05', 'CHK-12R'],
  },
  { member: 'refused', clauses: ['SET-01', 'LOOP-06R', 'SET-07', 'CHK-12R'] },
  { member: '*', if: 'units differ', clauses: ['SET-05', 'CHK-09R', 'SET-06R'] },
  { member: 'cashBefore', clauses: ['SET-06R'] },
  { member: 'issuer', clauses: ['SET-06R', 'SET-07', 'SET-01'] },
  { member: 'due', clauses: ['SET-01', 'SET-08', 'LOOP-06R'] },
  {
    member: 'recovery',
    if: 'clearing is chosen',
    clauses: ['SET-06R', 'SET-01', 'CHK-12R', 'SET-03', 'SET-02', 'SET-05', 'SET-07'],
  },
  { member: 'recovery', clauses: ['SET-01', 'SET-03', 'SET-06R', 'CHK-12R', 'SET-02'] },
  { member: 'payouts', clauses: ['SET-02', 'SET-05', 'SET-04', 'SET-06R', 'CHK-12R', 'CHK-09R', 'SET-03'] },
  { member: 'issuers', clauses: ['LOOP-06R', 'SET-01', 'SET-07', 'SET-08'] },
  { member: '*', clauses: ['SET-01', 'SET-02', 'SET-06R', 'CHK-12R'] },
];

const rollover: readonly Row[] = [
  { member: 'refused', clauses: ['ROL-04R', 'LOOP-07R'] },
  { member: 'declined', if: 'more is rolled', clauses: ['ROL-03', 'LOOP-07R', 'ROL-04R', 'CHK-12R'] },
  { member: 'declined', clauses: ['ROL-04R', 'CHK-12R', 'LOOP-07R'] },
  { member: 'ticket', clauses: ['ROL-01', 'ROL-04R', 'ROL-08R'] },
  { member: 'maturity', clauses: ['ROL-01', 'ROL-07R', 'ROL-08R'] },
  { member: 'placed', clauses: ['MOD-04', 'ROL-06R', 'ROL-02', 'REB-07R', 'MOD-10'] },
  { member: 'price', clauses: ['MOD-04', 'ROL-02', 'CHK-12R', 'ROL-04R', 'ROL-06R'] },
  { member: '*', clauses: ['ROL-01', 'ROL-03', 'ROL-04R', 'LOOP-07R', 'CHK-12R', 'SET-07', 'ROL-05'] },
];

const anchors: readonly Row[] = [
  { member: 'refused', clauses: ['ANC-01'] },
  { member: 'lossRate', if: 'loss is elsewhere', clauses: ['ANC-02R', 'ANC-01'] },
  { member: 'lossRate', if: 'loss within a tie', clauses: ['CHK-12R', 'ANC-01'] },
  { member: 'lossRate', if: 'loss of another size', clauses: ['ANC-01', 'LOOP-07R', 'CHK-12R', 'SET-01'] },
  { member: 'lossRate', clauses: ['ANC-01', 'ANC-02R', 'LOOP-07R', 'CHK-12R', 'SET-01'] },
  { member: '*', if: 'nobody trades', clauses: ['LOOP-04', 'ANC-03'] },
  { member: '*', if: 'updates are off', clauses: ['ANC-05'] },
  { member: 'outsideMid', if: 'mid is zero', clauses: ['ANC-06R', 'ANC-03', 'ANC-05'] },
  { member: 'outsideMid', clauses: ['ANC-03', 'ANC-05', 'ANC-06R', 'ANC-01', 'LOOP-07R', 'MOD-13R'] },
  { member: 'outsideSpread', clauses: ['ANC-03', 'ANC-04', 'LOOP-07R', 'MOD-13R'] },
  // mid and spread are right
  { member: '*', clauses: ['ANC-04', 'KER-01'] },
];

/** Who comes; what becomes of an order that came rightly is a row of `sell` or `buy`. */
const flow: readonly Row[] = [
  { member: '*', if: 'nobody trades', clauses: ['LOOP-04', 'FLW-01'] },
  { member: 'arrivals', if: 'sells again', clauses: ['FLW-07', 'POL-07'] },
  { member: 'arrivals', if: 'ends after three', clauses: ['FLW-07'] },
  { member: '*', if: 'other side preferred', clauses: ['FLW-01'] },
  { member: '*', if: 'no fallback', clauses: ['FLW-02'] },
  {
    member: 'refused',
    if: 'rollover is expected',
    clauses: ['POL-11R', 'POL-06', 'FLW-07', 'CHK-12R', 'SET-07'],
  },
  {
    member: 'refused',
    if: 'default avoidance',
    clauses: ['POL-06', 'POL-10R', 'POL-12R', 'FLW-07', 'CHK-12R', 'FLW-11R', 'FLW-08', 'MOD-05R', 'SET-07'],
  },
  {
    member: 'refused',
    clauses: [
      'POL-02',
      'POL-03R',
      'FLW-01',
      'FLW-02',
      'FLW-04',
      'FLW-06',
      'FLW-05',
      'FLW-11R',
      'FLW-08',
      'SET-07',
      'POL-01',
      'CHK-12R',
      'MOD-05R',
    ],
  },
  {
    member: 'side',
    clauses: [
      'FLW-01',
      'FLW-02',
      'POL-02',
      'POL-03R',
      'FLW-04',
      'FLW-05',
      'SET-07',
      'CHK-12R',
      'MOD-05R',
      'POL-01',
    ],
  },
  {
    member: 'fallback',
    clauses: ['FLW-02', 'FLW-04', 'POL-02', 'POL-03R', 'SET-07', 'POL-01', 'CHK-12R', 'MOD-05R'],
  },
  { member: 'agent', clauses: ['FLW-03', 'FLW-10R', 'FLW-08'] },
  { member: '*', if: 'two-sided traders', clauses: ['POL-13', 'POL-14', 'FLW-07'] },
  {
    member: '*',
    if: 'default avoidance',
    clauses: ['FLW-07', 'POL-06', 'POL-07', 'POL-11R', 'POL-10R', 'POL-12R', 'CHK-12R', 'SET-07'],
  },
  {
    member: '*',
    clauses: [
      'FLW-01',
      'FLW-05',
      'FLW-04',
      'FLW-06',
      'FLW-02',
      'FLW-11R',
      'POL-02',
      'POL-03R',
      'SET-07',
      'CHK-12R',
      'MOD-05R',
      'POL-01',
    ],
  },
];

/** What was told rightly and done otherwise. */
const afterSell: readonly Row[] = [
  ...held(['TRD-03', 'TRD-13R'], 'negative price'),
  ...held(['TRD-03', 'CHK-12R'], 'passed through'),
  ...held(['TRD-01', 'KER-14', 'CHK-12R']),
];
const afterBuy: readonly Row[] = [
  ...held(['TRD-04', 'TRD-05', 'TRD-14R', 'CHK-12R'], 'passed through'),
  ...held(['TRD-02', 'TRD-05', 'CHK-12R']),
];
const afterFlow: readonly Row[] = [
  ...held(['TRD-03', 'TRD-04', 'CHK-12R'], 'passed through'),
  ...held(['TRD-01', 'TRD-02', 'FLW-05', 'CHK-12R']),
];

const figures: readonly Row[] = [
  { member: 'defaulted', clauses: ['SET-03', 'SET-07', 'CHK-12R', 'SET-01', 'PROTOCOL'] },
  { member: 'distance', clauses: ['ROL-01', 'ROL-07R', 'ROL-08R'] },
  { member: 'serial', clauses: ['ROL-01'] },
  { member: 'maturity', clauses: ['ROL-01', 'MOD-02'] },
  { member: 'liability', clauses: ['MOD-03', 'ROL-01'] },
  { member: 'shortfall', clauses: ['POL-01'] },
  { member: 'issuer', clauses: ['MOD-08'] },
  { member: 'equity', clauses: ['MOD-12', 'MOD-09', 'MOD-04'] },
  { member: 'time', clauses: ['MOD-01'] },
  { member: 'refused', clauses: ['PROTOCOL'] },
];
const moved: readonly Row[] = ['outsideMid', 'outsideSpread'].flatMap((member): Row[] => [
  { member, if: 'nobody trades', clauses: ['LOOP-04'] },
  { member, clauses: ['ANC-05', 'LOOP-04'] },
]);

/** By what was asked: an operation, a step of a period, or `state after` one for a look at the world after it. */
export const table: Readonly<Record<string, readonly Row[]>> = {
  quotes: kernel,
  kernel,
  sell,
  buy,
  advance,
  settle,
  rollover,
  updateAnchors: anchors,
  orderFlow: flow,
  set: [{ member: '*', clauses: ['MOD-15R'] }],
  reset: [
    { member: 'refused', if: 'balance below zero', clauses: ['MOD-16R', 'MOD-07'] },
    { member: '*', clauses: ['PROTOCOL'] },
  ],
  period: [{ member: '*', clauses: ['LOOP-01'] }],
  hello: [{ member: '*', clauses: ['PROTOCOL'] }],
  stop: [{ member: '*', clauses: ['PROTOCOL'] }],
  state: [{ member: '*', clauses: ['PROTOCOL'] }],
  'state after reset': [
    { member: 'outsideMid', clauses: ['ANC-07R', 'MOD-13R', 'PROTOCOL'] },
    { member: 'outsideSpread', clauses: ['ANC-07R', 'MOD-13R', 'PROTOCOL'] },
    { member: 'defaulted', clauses: ['PROTOCOL'] },
    ...figures.filter(({ member }) => member !== 'defaulted'),
    { member: '*', clauses: ['PROTOCOL', 'CHK-09R'] },
  ],
  'state after sell': [...moved, ...afterSell, ...figures],
  'state after buy': [...moved, ...afterBuy, ...figures],
  'state after advance': [
    ...moved,
    ...held(['REB-03', 'REB-04', 'REB-07R', 'CHK-12R', 'REB-06R']),
    ...figures,
  ],
  'state after settle': [
    // the same is paid, and called a default
    { member: 'defaulted', if: 'nothing else differs', clauses: ['SET-03', 'SET-07'] },
    { member: 'defaulted', clauses: ['SET-03', 'CHK-12R', 'SET-07', 'SET-01'] },
    ...moved,
    ...held(['SET-02', 'SET-05', 'SET-06R', 'SET-08', 'CHK-12R']),
    ...figures,
  ],
  'state after rollover': [
    ...moved,
    ...held(['ROL-02', 'ROL-04R', 'ROL-06R', 'ROL-01', 'CHK-12R', 'LOOP-07R']),
    ...figures,
  ],
  'state after updateAnchors': [
    { member: 'outsideMid', clauses: ['ANC-03', 'ANC-05', 'ANC-06R'] },
    { member: 'outsideSpread', clauses: ['ANC-03', 'ANC-04', 'ANC-07R'] },
    ...held(['ANC-05']),
    ...figures,
  ],
  'state after orderFlow': [...moved, ...afterFlow, ...figures],
  'state after period': [...moved, ...held(['LOOP-01']), ...figures],
  'state after set': [{ member: '*', clauses: ['MOD-15R'] }],
};

/** Cash, tickets and who has them. */
function held(clauses: readonly string[], fact?: FactName): Row[] {
  return ['cash', 'owner', 'tickets', 'traders', 'dealers', 'vbts'].map((member) =>
    fact === undefined ? { member, clauses } : { member, if: fact, clauses },
  );
}

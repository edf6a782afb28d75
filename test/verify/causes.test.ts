/** Which of several clauses explains what fails: the usual one, or what is rare where it explains all of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explain } from '../../src/verify/causes.ts';
import type { ScenarioResult } from '../../src/verify/collector.ts';

const clauses = new Set(['KER-12', 'CHK-12R']);

/** A scenario of KER-12 that failed by what can be about these clauses. */
const failed = (place: string, ...candidates: string[]): ScenarioResult =>
  ({
    ...{ place, tags: ['KER-12'], passed: false },
    record: { ended: 'asked', cause: { kind: 'model', clauses: candidates } },
  }) as unknown as ScenarioResult;

const causesOf = (results: readonly ScenarioResult[]): string[] =>
  [...explain(results, clauses).values()].map(({ id }) => id);

test('what fails only where amounts tie is about ties', () => {
  assert.deepEqual(causesOf([failed('a:1', 'KER-12', 'CHK-12R')]), ['CHK-12R']);
});

test('what fails elsewhere too is about the rule', () => {
  const results = [failed('a:1', 'KER-12', 'CHK-12R'), failed('a:2', 'KER-12')];
  assert.deepEqual(causesOf(results), ['KER-12', 'KER-12']);
});

test('of several clauses it is the one that explains more, where no clause fails in most of its scenarios', () => {
  // one of the three scenarios of each fails, and KER-13 can explain both failures
  const scenario = (place: string, tag: string, ...candidates: string[]): ScenarioResult => ({
    ...failed(place, ...candidates),
    tags: [tag],
  });
  const passes = (place: string, tag: string): ScenarioResult => ({ ...scenario(place, tag), passed: true });
  const results = [
    scenario('a:1', 'KER-12', 'KER-12', 'KER-13'),
    scenario('b:1', 'KER-13', 'KER-13'),
    ...['a:2', 'a:3'].map((place) => passes(place, 'KER-12')),
    ...['b:2', 'b:3'].map((place) => passes(place, 'KER-13')),
  ];
  assert.deepEqual(causesOf(results), ['KER-13', 'KER-13']);
});

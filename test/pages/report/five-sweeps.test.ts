/** Every sentence that is said of a sweep, read for five sweeps in which it must differ. EXP-07, EXP-08. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { scratchFolder } from '../../../src/files/scratch.ts';
import { describeSummary } from '../../../src/cli/sweep-summary.ts';
import { stepsSay } from '../../../src/pages/report/effect-figures.tsx';
import { answersBeside } from '../../../src/pages/report/five-answers.ts';
import type { SweepRecord } from '../../../src/pages/report/read-sweep.ts';
import { countsSay, distributionSays, starsSay } from '../../../src/pages/report/sweep-sentences.ts';
import type { Summary } from '../../../src/sweep/aggregate.ts';
import { sweepPage } from '../../../src/pages/report/sweep-page.tsx';
import { five, madeOf } from './five-sweeps.ts';
import { largeAnalysis } from './large-sweep.ts';

const scratch = scratchFolder();

/** What must differ from sweep to sweep, by where it is read. */
function sentencesOf(sweep: SweepRecord, summary: Summary): Record<string, string> {
  const { answer } = sweep.summary;
  const beside = new Map(answersBeside(sweep).map(({ question, says }) => [question, says]));
  const find = (start: string): string => answer.find((says) => says.startsWith(start)) ?? '';
  const effects = sweep.pairs.flatMap(({ effect }) => effect ?? []).sort((a, b) => a - b);
  const terminal = describeSummary(summary, sweep.grid, '').split('\n');
  return {
    headline: answer[0] ?? '',
    'other measures': find('By the other measures'),
    decomposition: find('Over the whole sweep'),
    'use, active': find('In the arm active'),
    'use, backstop': find('In the arm backstop'),
    'whole sweep': sweep.summary.sentence,
    'how sure': beside.get('How sure') ?? '',
    'where not': beside.get('Where it does not hold') ?? '',
    steps: stepsSay(sweep),
    counts: countsSay(sweep),
    stars: starsSay(sweep.points, sweep.grid),
    spread: distributionSays(effects),
    'terminal, effect': terminal.find((line) => line.startsWith('Effect')) ?? '',
    'terminal, grid': terminal.find((line) => line.startsWith('Grid')) ?? '',
    setup: sweep.setup,
  };
}

/** Every paragraph and answer of the page, as it is read. */
function pageOf(sweep: SweepRecord): string[] {
  const { answer, tables, axes } = largeAnalysis(sweep);
  const analysis = {
    tables,
    axes,
    answer: { ...answer, unchanged: sweep.summary.unchanged, text: 'Why not: as the analysis says.' },
  };
  const page = sweepPage({ sweep, analysis, fans: [], kept: sweep.pairs.length });
  const [, main = ''] = page.split('<main>');
  return [...main.matchAll(/<(p|dd)(?: [^>]*)?>(.*?)<\/\1>/gs)].map(([, , inner = '']) =>
    decoded(inner.replaceAll(/<[^>]*>/g, ''))
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
}

const decoded = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');

interface Said {
  readonly sentences: Readonly<Record<string, string>>;
  readonly page: readonly string[];
}
const made = new Map<string, Said>();
for (const [name, of] of Object.entries(five)) {
  const { sweep, summary } = await madeOf(of, join(scratch, name));
  made.set(name, { sentences: sentencesOf(sweep, summary), page: pageOf(sweep) });
}

/** Made anew by RENEW=1 where a sentence was changed on purpose; each is read against its figures before. */
const reference = new URL('five-sweeps.json', import.meta.url);
if (process.env['RENEW'] === '1')
  writeFileSync(reference, `${JSON.stringify(Object.fromEntries(made), null, 2)}\n`);
const expected = JSON.parse(readFileSync(reference, 'utf8')) as Readonly<Record<string, Said>>;

for (const [name, said] of made)
  test(`${name}: every sentence of the command and of the page`, () => {
    assert.deepEqual(said, expected[name]);
  });

/** Sentences without a direction or a cause may be the same of two sweeps. */
const different: Readonly<Record<string, number>> = { stars: 4, 'terminal, grid': 4, setup: 2 };

test('no sentence says the same of two sweeps in which it must differ', () => {
  for (const about of Object.keys(made.get('lowers')?.sentences ?? {})) {
    const said = [...made.values()].map(({ sentences }) => sentences[about]);
    assert.equal(new Set(said).size, different[about] ?? 5, `${about}: ${said.join(' | ')}`);
  }
});

test('directions are turned alike, and without an interval nothing is called beyond chance', () => {
  const says = (name: string, about: string): string => made.get(name)?.sentences[about] ?? '';
  const page = (name: string): string => made.get(name)?.page.join(' ') ?? '';
  for (const about of ['headline', 'other measures', 'where not', 'whole sweep']) {
    assert.doesNotMatch(says('lowers', about), /\b(raise|rise)(s|d)?\b/, about);
    assert.doesNotMatch(says('raises', about), /\b(lower|fall)(s|ed)?\b/, about);
  }
  for (const about of ['headline', 'other measures', 'where not', 'whole sweep'])
    assert.doesNotMatch(says('none', about), /\b(lower|raise|fall|rise)(s|ed)?\b/, about);
  assert.doesNotMatch(page('one seed'), /95 % interval|beyond chance|corrected for all|\*/);
  assert.match(says('mixed', 'headline'), /lowers .* raises .* shows no effect beyond chance/);
});

/** docs/claims.md: the vocabulary of claim files, from the table that they are read by. CLM-01. */
import { effects } from '../src/study/claims/lookup.ts';
import { namedFigures } from '../src/study/claims/metrics.ts';
import { phrases } from '../src/study/claims/phrases.ts';
import { table } from './markdown.ts';

const HEAD = `# Claim files

A claim file says what sweeps are to show. \`ringspec claims FILE --out DIR\` runs what has to run and prints the file with
a verdict beside each statement: supported, contradicted or undecided. This page is made from the table that files are
read by (\`npm run schemas\`); \`scenarios/claims/\` has files to copy.

\`\`\`gherkin
Feature: What market making does

  Scenario: scarce cash
    Given an experiment with
      | ring.kappa | 1, 4                      |
      | seeds      | 10                        |
      | arms       | passive, active, backstop |
    Then market making lowers the default rate at ring.kappa 4
    And market making does not raise the default rate at ring.kappa 1
\`\`\`

Each statement has a border: 0, or the amount that it names. Two one-sided t tests on the seeds, one in each direction,
are corrected by Holm at 5 % over all statements of the file, for each direction by itself. Bounds are Bonferroni's: each
by itself holds at 95 % over all statements of the file. Where all seeds agree they have no spread for a t test, and the sign
test decides: p is 2⁻ⁿ with n seeds. A rate that is claimed not to rise, not to fall, not to change, or
to do so nowhere has a margin of 0.5 percentage points unless the statement says one. "Everywhere" and "nowhere" have to be
shown at every point. An undecided statement says how many more seeds would probably decide; decide on their number
before you look again, since a file that is judged until it is supported is no test. Exit status: 0 all supported, 1
something contradicted, 2 something undecided, 65 a fault in the file.

The folder \`cache\` of DIR keeps the sweeps. A later call reads a sweep from it where plan and program are the same. You
may delete the folder.

Without \`{place}\` a statement is about all points of the experiment together; the pairs of one seed are averaged first.
Or write \`at ring.kappa 2\`, or \`at ring.kappa 2 and ring.mu 0.5\`. \`everywhere\` and \`nowhere\` stand after these, or alone;
\`nowhere\` only after lowers, raises, at least and at most, which have one opposite.
A change of a rate is in percentage points, its level in percent.
An axis has the name of its key in a scenario file; that of the outside mids is \`outside_mid_ratio\`. A table of an experiment has a key and its values in each row, and besides keys of
a scenario \`seeds\`, \`seed\`, \`arms\` and \`outside_mid_ratio\`.
`;

export function claimsPage(): string {
  const of = (role: 'experiment' | 'statement'): string =>
    table(
      ['phrase', 'example', 'meaning'],
      phrases
        .filter((one) => one.role === role)
        .map(({ phrase, example, meaning }) => [`\`${phrase}\``, example, meaning]),
    );
  return [
    HEAD,
    `## Experiments\n\n${of('experiment')}\n`,
    `## Statements\n\n${of('statement')}\n`,
    `## Effects\n\n${table(
      ['effect', 'first arm', 'second arm'],
      effects.map(([words, [a, b]]) => [words, a, b]),
    )}\n`,
    `## Metrics\n\nEvery other figure of an arm goes by its name, as \`induced_face\`.\n\n${table(
      ['metric', 'name', 'amounts'],
      namedFigures.map(([words, figure, unit]) => [
        words,
        `\`${figure}\``,
        unit.word === '' ? 'money' : unit.word,
      ]),
    )}\n`,
  ].join('\n');
}

/** The page on what the checks alone notice. */
import { percent } from '../../src/counted.ts';
import { checkNames } from '../../src/core/checks/violation.ts';
import { effects, type Effect } from './difference.ts';
import { ENOUGH_CHANGED, MOST_WORLDS } from './judge.ts';
import {
  askedOf,
  byCheck,
  byGroup,
  figuresOf,
  groups,
  isMoving,
  LEAST_SHARE,
  shareWithErrors,
  type Group,
  type Judged,
} from './result.ts';

const code = (text: string, most = 90): string =>
  `\`${text.replaceAll('`', "'").replaceAll('|', '\\|').slice(0, most)}\``;
const shareText = (share: number | null): string => (share === null ? '–' : percent(share));
const row = (cells: readonly (string | number)[]): string => `| ${cells.map(String).join(' | ')} |`;

const titles: Record<Effect, string> = {
  money: 'Cash or a payment is wrong',
  tickets: 'A ticket is in the wrong place',
  quotes: 'A quote is wrong',
  refusal: 'An order is served or refused wrongly',
  choice: 'Another trader comes, or wants something else',
  request: 'A request from outside is invalid, and nothing moves',
  order: 'The same is told in another order, or more of it in one event',
  words: 'Only what is told besides is wrong',
};

const doing: Record<Group, string> = {
  books: 'Cash, a ticket or a quote is wrong',
  choices: 'Another order comes, or is served or refused otherwise',
  requests: 'A request from outside is invalid, and nothing moves',
  order: 'The same is told in another order, or more of it in one event',
  words: 'Only what is told besides is wrong',
};

/** Why the checks have, or have not, to say something on it. */
const business: Record<Group, string> = {
  books: 'asked of them',
  choices: 'asked of them: who may come, and why an order is refused',
  requests: 'not asked: the protocol refuses it, there is no event',
  order: 'not asked: no clause says how many alike tickets one event tells of, or whose payout comes first',
  words: 'not asked, and looked at where the state shows it',
};

export function showMarkdown(judged: readonly Judged[], worlds: number, tree: string): string {
  const all = figuresOf(judged);
  const asked = askedOf(judged);
  const wrong = judged.filter(({ fate }) => fate === 'wrong');
  const files = [...new Set(judged.map(({ file }) => file))].sort();
  const fileRow = (name: string, own: readonly Judged[]): string => {
    const figures = figuresOf(own);
    const { mutants, stopped, crash, same, bookkeeping } = figures;
    const moving = own.filter(isMoving).length;
    return row([
      ...[name, mutants, stopped, figures.wrong, moving, crash, figures['no end'], same, bookkeeping],
      ...[figures['not reached'], shareText(figures.share)],
    ]);
  };
  return `# What the checks stop by themselves

Written by \`npm run strength:checks\`. Every mutant is one small change of the core, outside of the checks: a plus for
a minus, a step left out, a payment the wrong way round, one quote read for another. Each runs in those of ${String(worlds)} random
worlds that reach it, with the checks on and nothing else asserted. A mutant that no check stops goes through the
world to its end, and what it tells is compared with what the core tells.

- *stopped*: a check fails, in a world that the mutant changes;
- *wrong*: it changes what happens, and no check fails. Of these the *moving* ones get cash, tickets or quotes wrong;
- *error*: the program ends with an error, and no check fails. *No end*: it takes many times the steps of the core;
- *same*: it changes no event and no balance in any world. *Checks only*: it changes nothing but makes a check fail;
- *not reached*: no world comes by.

Of the worlds that reach a mutant ${String(MOST_WORLDS)} are played, and no more once it has changed ${String(ENOUGH_CHANGED)} of them. Amounts in
float64 that differ by less than 10⁻⁹ are the same. What is set from outside (\`src/core/override.ts\`) is not mutated:
nobody but who sets it knows what was meant. What no check can notice stands, with its reason, in
[\`strength/checks/beyond.yaml\`](../strength/checks/beyond.yaml); it counts as wrong all the same.

These are the figures of tree \`${tree}\`, whose files are listed in [\`strength/checks.json\`](../strength/checks.json).

Of the mutants that change the books or a choice and go on to the end, the checks stop **${shareText(asked.share)}**
(${String(asked.stopped)} of ${String(asked.mutants)}); at least ${shareText(LEAST_SHARE)} are wanted. The same share, stopped ÷ (stopped + wrong), of the
mutants that change anything is ${shareText(all.share)}; where an error of the program and a loop without end count as missed
by the checks it is ${shareText(shareWithErrors(judged))}; of all ${String(all.mutants)} mutants, those that change nothing included, ${shareText(all.stopped / all.mutants)} are stopped.
A mutant that ends some worlds with an error and goes wrong in others is *wrong*.

## By what a mutant does

Whether the books are right is for the checks to say, and whether somebody comes who may, on the side that was drawn, and
is refused for a reason that holds. Which of those who may come does come is drawn outside of the core. A mutant counts
where its worst first difference belongs.

${row(['what is otherwise', 'mutants', 'stopped', 'share', 'is it for the checks to say'])}
${row(['---', '--:', '--:', '--:', '---'])}
${groups
  .map((group) => {
    const own = figuresOf(byGroup(judged)[group]);
    return row([doing[group], own.mutants, own.stopped, shareText(own.share), business[group]]);
  })
  .join('\n')}

## By check

The check that is the first to fail.

${row(['check', 'mutants stopped'])}
${row(['---', '--:'])}
${checkNames.map((name) => row([name, byCheck(judged)[name]])).join('\n')}

## By file

${row(['file', 'mutants', 'stopped', 'wrong', 'moving', 'error', 'no end', 'same', 'checks only', 'not reached', 'share'])}
${row(['---', ...Array.from({ length: 10 }, () => '--:')])}
${files
  .map((file) =>
    fileRow(
      code(file),
      judged.filter((each) => each.file === file),
    ),
  )
  .join('\n')}
${fileRow('all', judged)}

## Not stopped

By what the first difference that moves something is about; of several worlds the worst is shown.

${effects.map((effect) => section(effect, wrong)).join('\n\n')}
`;
}

function section(effect: Effect, wrong: readonly Judged[]): string {
  const own = wrong.filter(({ difference }) => difference?.effect === effect);
  const lines = own.map(({ file, line, column, text, became, difference, changed, reached }) => {
    const { kind = '', is = '', was = '' } = difference ?? {};
    const place = `\`${file}:${String(line)}:${String(column)}\``;
    return `- ${place} ${code(text)} became ${code(became)}: ${kind}, ${code(is, 120)} for ${code(was, 120)} (${String(changed)} of ${String(reached)} worlds differ)`;
  });
  return `### ${titles[effect]} (${String(own.length)})\n\n${lines.length === 0 ? 'None.' : lines.join('\n')}`;
}

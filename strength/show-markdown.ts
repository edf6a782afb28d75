/** The summary that is committed: figures by file and by clause, and every survivor. */
import { percent } from '../src/counted.ts';
import { strengthOf, type Measured, type Mutant } from './measure.ts';

const shareOf = (part: number, of: number): string => (of === 0 ? '–' : percent(part, of));
const code = (text: string): string => `\`${text.replaceAll('`', "'").replaceAll('|', '\\|').slice(0, 90)}\``;

export interface Catalogued {
  readonly id: string;
  readonly title: string;
  /** Property tests that name it. */
  readonly properties: number;
}

export function showMarkdown(
  { mutants, leftOut, endless }: Measured,
  clauses: readonly Catalogued[],
  notMeasured: readonly string[],
  tree: string,
): string {
  const files = [...new Set(mutants.map(({ file }) => file))].sort();
  const survivors = mutants.filter(({ fate }) => fate === 'survived');
  const fileRow = (name: string, own: readonly Mutant[]): string => {
    const of = (fate: Mutant['fate']): number => own.filter((mutant) => mutant.fate === fate).length;
    const [killed, survived, equivalent] = [of('killed'), of('survived'), of('equivalent')];
    return `| ${[name, String(killed + survived), String(killed), String(survived), String(equivalent), shareOf(killed, killed + survived)].join(' | ')} |`;
  };
  const clauseRows = clauses.flatMap(({ id, title, properties }) => {
    const { mutants: all, killedByOwn, killedByOthers, survived } = strengthOf(id, mutants);
    if (all === 0) return [];
    return [
      `| ${[id, title.replaceAll('|', '\\|'), ...[all, killedByOwn, killedByOthers, survived, properties].map(String)].join(' | ')} |`,
    ];
  });
  return `# How strong the specification is

Written by \`npm run strength\`. Every mutant is one small change of the code: a plus for a minus, a decision that
falls the other way at a tie, a branch never taken. The features ran against each; a mutant that no scenario
notices has survived. Scenarios that start a command or a worker are left out, since the mutant is not in them.
Left out, too, are ${String(leftOut)} mutants of the words of errors that report a fault of the program, and of the names of
identities. ${String(endless)} of the killed never ended. Mutants that change nothing are listed with their reasons in
[\`strength/equivalent.yaml\`](../strength/equivalent.yaml).

These are the figures of tree \`${tree}\`, whose files are listed in
[\`strength/strength.json\`](../strength/strength.json). \`bin/ringspec gate\` says whether they are those that stand here.

## By file

| file | mutants | killed | survived | equivalent | share killed |
| --- | --: | --: | --: | --: | --: |
${files
  .map((file) =>
    fileRow(
      code(file),
      mutants.filter((mutant) => mutant.file === file),
    ),
  )
  .join('\n')}
${fileRow('all', mutants)}
${notMeasured.length === 0 ? '' : `\nNot measured, or without anything to mutate: ${notMeasured.map(code).join(', ')}.\n`}
## By clause

A clause's own code is what the nearest doc comment around it says: the function or statement that names the
clause. Its own scenarios are asked first; what they leave alive the others may still kill. Properties are tests
over random worlds that name the clause; they run apart, and kill nothing here.

| clause | | mutants | killed by its scenarios | only by others | survived | properties |
| --- | --- | --: | --: | --: | --: | --: |
${clauseRows.join('\n')}

## Survivors

${survivors.length === 0 ? 'None.' : survivors.map(({ file, line, column, text, became, mutator }) => `- \`${file}:${String(line)}:${String(column)}\` ${code(text)} became ${code(became)} (${mutator})`).join('\n')}
`;
}

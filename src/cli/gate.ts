/** `ringspec gate`: holds a merge until every clause is covered. CLI-01, CLI-03, CLI-04. */
import { Option, type Command } from 'commander';
import type { GatePaths } from '../gate/files.ts';
import type { Verdict } from '../gate/gate.ts';
import { version } from '../version.ts';
import { exitCodes } from '../exit-codes.ts';
import { pathName } from './path-name.ts';
import { err, out, outCommands } from '../terminal.ts';

interface Flags extends GatePaths {
  readonly run?: string | true;
  readonly ci?: boolean;
  readonly update?: boolean;
  readonly accept?: readonly string[];
  readonly by?: string;
  readonly why?: string;
  readonly commit?: readonly string[];
  readonly today?: string;
  readonly verdict: string;
  readonly junit?: string;
  readonly markdown?: string;
  readonly sarif?: string;
  readonly annotations?: boolean;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ ringspec gate --run --ci
  $ ringspec gate --run --update
  $ ringspec gate --accept KER-03 --by "Ada" --why "read its scenarios against the new text"
  $ ringspec gate --catalogue spec/clauses.yaml --features src/test/resources \\
      --messages target/cucumber.ndjson --markdown summary.md

Exit status: 0 every clause is covered or waived; 1 a scenario failed; 2 the coverage falls short, or is
not that of the baseline; 3 clauses and scenarios do not fit together; 4 the evidence is missing or does not
count; 64 usage; 65 a file that cannot be read. A file that cannot be written: 1.`;

export function describeGate(program: Command): void {
  program
    .command('gate')
    .description('hold a merge until every clause is covered by scenarios that ran and assert')
    .option('--run [command]', 'run the suite first (or this command, which writes the message file)')
    .option('--ci', 'fail on any difference from the baseline, better or worse')
    .option('--update', 'write the baseline anew; refused when the run was partial')
    .option('--accept <ids...>', 'accept the scenarios of these clauses for their present text (or: all)')
    .option('--by <who>', 'who accepts')
    .option('--why <reason>', 'why')
    .option('--catalogue <file>', 'the clauses', 'features/clauses.yaml')
    .option('--features <places...>', 'feature files, or folders of them', ['features'])
    .option('--messages <file>', "cucumber's message file", pathName, 'reports/gate/messages.ndjson')
    .option('--record <file>', 'what --run recorded of the tree', pathName, 'reports/gate/run.json')
    .option(
      '--properties <file>',
      'properties checked outside cucumber',
      pathName,
      'reports/gate/properties.json',
    )
    .option('--strength <file>', 'what mutation testing measured', 'strength/strength.json')
    .option('--waivers <file>', 'what may be missing', 'features/waivers.yaml')
    .option(
      '--accepted <file>',
      'the texts that scenarios were accepted for',
      pathName,
      'features/accepted.yaml',
    )
    .option('--baseline <file>', 'what was covered', pathName, 'features/baseline.txt')
    .option('--commit <names...>', 'commits that the run may be of (the one checked out, by default)')
    .addOption(new Option('--today <day>', 'judge waivers as on this day').hideHelp())
    .option('--verdict <file>', 'where the verdict goes', pathName, 'reports/gate/verdict.json')
    .option('--junit <file>', 'write it as JUnit XML too', pathName)
    .option('--markdown <file>', 'write a summary for a pull request too', pathName)
    .option('--sarif <file>', 'write the findings as SARIF too', pathName)
    .option('--annotations', "print the findings as GitHub's workflow commands too")
    .option('--json', 'print the verdict as JSON')
    .addHelpText('after', examples)
    .action((flags: Flags, command: Command) => act(withoutForeignFiles(flags, command)));
}

const tell = (line: string): void => {
  err(`${line}\n`);
};

/** With a message file of one's own, what `--run` left at the usual places belongs to another run. */
function withoutForeignFiles(flags: Flags, command: Command): Flags {
  const given = (name: string): boolean => command.getOptionValueSource(name) === 'cli';
  if (flags.run !== undefined || !given('messages')) return flags;
  const none = '/dev/null/none';
  return {
    ...flags,
    record: given('record') ? flags.record : none,
    properties: given('properties') ? flags.properties : none,
    strength: given('strength') ? flags.strength : none,
  };
}

async function act(flags: Flags): Promise<void> {
  const { runSuite, usualRun } = await import('../gate/run-suite.ts');
  const { writeWhole } = await import('../files/write-whole.ts');
  const { headCommit, readGateFiles } = await import('../gate/files.ts');
  const { gate } = await import('../gate/gate.ts');
  if (flags.run !== undefined) await runSuite(flags.run === true ? usualRun(flags) : flags.run, flags);
  if (flags.accept !== undefined) {
    const accepted = await acceptClauses(flags, flags.accept);
    if (!accepted || (flags.run === undefined && flags.update !== true && flags.ci !== true)) return;
  }
  const head = headCommit();
  const settings = {
    commits: flags.commit ?? (head === null ? [] : [head]),
    today: flags.today ?? new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC' }).format(Date.now()),
    ci: flags.ci === true,
  };
  let verdict = gate(readGateFiles(flags), settings);
  if (flags.update === true) {
    if (verdict.ending === 'noEvidence' || verdict.ending === 'failed')
      tell('the baseline stays as it is: only a whole run in which nothing failed can write it');
    else {
      writeWhole(flags.baseline, verdict.baseline);
      verdict = gate(readGateFiles(flags), settings);
    }
  }
  await show(verdict, flags);
  process.exitCode = verdict.exit;
}

async function show(verdict: Verdict, flags: Flags): Promise<void> {
  const { writeWhole } = await import('../files/write-whole.ts');
  const { showText } = await import('../gate/show-text.ts');
  const { showJunit } = await import('../gate/show-junit.ts');
  const { showMarkdown } = await import('../gate/show-markdown.ts');
  const { showAnnotations, showSarif } = await import('../gate/show-annotations.ts');
  const json = `${JSON.stringify(verdict, null, 2)}\n`;
  writeWhole(flags.verdict, json);
  if (flags.junit !== undefined) writeWhole(flags.junit, showJunit(verdict));
  if (flags.markdown !== undefined) writeWhole(flags.markdown, showMarkdown(verdict));
  if (flags.sarif !== undefined) writeWhole(flags.sarif, showSarif(verdict, version()));
  out(flags.json === true ? json : showText(verdict));
  if (flags.annotations === true) outCommands(showAnnotations(verdict));
}

/** Writes the acceptance of these clauses, and whether it did; `all` is every clause with scenarios that stands unaccepted. */
async function acceptClauses(flags: Flags, asked: readonly string[]): Promise<boolean> {
  const { by, why } = flags;
  if (by === undefined || by.trim() === '' || why === undefined || why.trim() === '') {
    tell('ringspec gate --accept: say who accepts (--by) and why (--why)');
    process.exitCode = exitCodes.usage;
    return false;
  }
  const { accept } = await import('../gate/acceptance.ts');
  const { writeWhole } = await import('../files/write-whole.ts');
  const { readGateFiles } = await import('../gate/files.ts');
  const { judge } = await import('../gate/gate.ts');
  const { readInputs } = await import('../gate/inputs.ts');
  const inputs = readInputs(readGateFiles(flags));
  const stale = judge(inputs, { commits: [], today: '0000-00-00', ci: false }).clauses.filter(
    ({ state, evidence }) => state === 'stale' || (state === 'failing' && evidence.length > 0),
  );
  const ids = asked.includes('all') ? stale.map(({ id }) => id) : asked;
  const unknown = ids.filter((id) => !inputs.catalogue.clauses.has(id));
  if (unknown.length > 0) {
    tell(`ringspec gate --accept: ${unknown.join(', ')}: no such clause in ${flags.catalogue}`);
    process.exitCode = exitCodes.usage;
    return false;
  }
  writeWhole(flags.accepted, accept(inputs.accepted, inputs.catalogue, ids, by, why));
  (flags.json === true ? err : out)(`accepted: ${ids.join(' ') || 'nothing was left to accept'}\n`);
  return true;
}

/** `ringspec gate`: blocks a merge until every clause is covered. CLI-01, CLI-03, CLI-04. */
import { jsonDocument } from '../files/json-document.ts';
import type { Command } from 'commander';
import type { Verdict } from '../gate/gate.ts';
import type { Settings } from '../gate/settings.ts';
import { out, outCommands, tell } from '../terminal.ts';
import { dayOf } from '../counted.ts';
import { version } from '../version.ts';
import { exitCodes } from '../exit-codes.ts';
import { acceptClauses, mayAccept, type AcceptFlags } from './gate-accept.ts';
import { commandOf, settingsOf, type SettingsFlags } from './gate-settings.ts';
import { pathName, pathNames } from './path-name.ts';

interface Flags extends SettingsFlags, AcceptFlags {
  readonly run?: string | true;
  readonly prove?: boolean;
  readonly ci?: boolean;
  readonly update?: boolean;
  readonly accept?: readonly string[];
  readonly against?: string;
  readonly commit?: readonly string[];
  readonly junit?: string;
  readonly markdown?: string;
  readonly comment?: string;
  readonly sarif?: string;
  readonly annotations?: boolean;
}

const examples = `
Examples:
  $ ringspec gate --run --ci
  $ ringspec gate --run --update
  $ ringspec gate --accept KER-03 --by "Ada" --why "read its scenarios against the new text"
  $ ringspec gate --against origin/main --comment comment.md
  $ ringspec gate --catalogue spec/clauses.yaml --features src/test/resources \\
      --messages target/cucumber.ndjson --markdown summary.md

Where files are, and the command of a bare --run, can stand in ringspec.config.yaml, or as the member
"ringspec" of package.json. A flag comes before the settings file.

Exit status: 0 every clause is covered or waived; 1 a scenario failed; 2 the coverage falls short, or is
not that of the baseline; 3 clauses and scenarios do not fit together; 4 the evidence is missing or does not
count; 64 usage; 65 a file that cannot be read. A file that cannot be written: 1.`;

export function describeGate(program: Command): void {
  program
    .command('gate')
    .description('block a merge until every clause is covered by scenarios that ran and assert')
    .option('--run [command]', 'run the suite first: this command, or those of the settings')
    .option('--prove', 'run it again with other expected values: a scenario that still passes shows nothing')
    .option('--ci', 'fail on any difference from the baseline, and on changes that no commit holds')
    .option('--update', 'write the baseline anew; refused when the run was partial')
    .option('--accept <ids...>', 'accept text and scenarios of these clauses as they stand (or: all)')
    .option('--by <who>', 'who accepts')
    .option('--why <reason>', 'why')
    .option('--against <commit>', 'compare with where this branch left another: what does a merge take away?')
    .option('--config <file>', 'the settings (ringspec.config.yaml)', pathName)
    .option('--catalogue <file>', 'the clauses (features/clauses.yaml)', pathName)
    .option('--features <places...>', 'feature files, or folders of them (features)', pathNames)
    .option('--exclude <patterns...>', 'feature files that are no part of the specification', pathNames)
    .option('--messages <files...>', "cucumber's message files (reports/gate/messages.ndjson)", pathNames)
    .option('--results <files...>', "reports of other runners: JUnit XML, cucumber's JSON, CTRF", pathNames)
    .option('--record <file>', 'what --run recorded of the tree (reports/gate/run.json)', pathName)
    .option(
      '--properties <file>',
      'properties checked outside cucumber (reports/gate/properties.json)',
      pathName,
    )
    .option('--strength <file>', 'what mutation testing measured (strength/strength.json)', pathName)
    .option('--waivers <file>', 'what may be missing (waivers.yaml beside the catalogue)', pathName)
    .option('--accepted <file>', 'what was accepted (accepted.yaml beside the catalogue)', pathName)
    .option('--baseline <file>', 'what was covered (baseline.txt beside the catalogue)', pathName)
    .option('--commit <names...>', 'commits that the run may be of (the one checked out, by default)')
    .option('--verdict <file>', 'where the verdict goes (reports/gate/verdict.json)', pathName)
    .option('--junit <file>', 'write it as JUnit XML too', pathName)
    .option('--markdown <file>', 'write a summary too', pathName)
    .option('--comment <file>', 'write what a merge does to the specification, for a reviewer', pathName)
    .option('--sarif <file>', 'write the findings as SARIF too', pathName)
    .option('--annotations', "print the findings as GitHub's workflow commands too")
    .option('--json', 'print the verdict as JSON')
    .addHelpText('after', examples)
    .action(act);
}

async function act(flags: Flags): Promise<void> {
  const settings = await settingsOf(flags, flags.run !== undefined);
  const commands = commandsOf(flags, settings);
  if (commands === null) return;
  if (flags.accept !== undefined && !(await mayAccept(settings, flags.accept, flags))) return;
  if (commands.length > 0) {
    const { runSuite } = await import('../gate/run-suite.ts');
    await runSuite(commands, settings);
  }
  if (flags.accept !== undefined) {
    await acceptClauses(settings, flags.accept, flags);
    if (flags.run === undefined && flags.update !== true && flags.ci !== true) return;
  }
  await judgeAndShow(flags, settings, commands);
}

/** The commands to run, none where nothing is to run, and null where they are asked for and not named. */
function commandsOf({ run, prove }: Flags, settings: Settings): readonly string[] | null {
  const refuse = (said: string): null => {
    tell(`ringspec gate: ${said}`);
    process.exitCode = exitCodes.usage;
    return null;
  };
  if (run === undefined) return prove === true ? refuse('--prove runs the suite: say --run too') : [];
  const commands = run === true ? settings.run : run.trim() === '' ? null : [run];
  if (commands !== null) return commands;
  return refuse(
    `--run: no command is named; write \`run: COMMAND\` into ${settings.path ?? 'ringspec.config.yaml'}, or --run COMMAND`,
  );
}

async function judgeAndShow(flags: Flags, settings: Settings, commands: readonly string[]): Promise<void> {
  const { readGateFiles } = await import('../gate/files.ts');
  const { headCommit } = await import('../gate/git.ts');
  const { judge } = await import('../gate/gate.ts');
  const { readInputs } = await import('../gate/inputs.ts');
  const { explained } = await import('../gate/since.ts');
  const { compareWith } = await import('../gate/against.ts');
  const { prove } = await import('../gate/prove.ts');
  const inputs = readInputs(readGateFiles(settings));
  const head = headCommit();
  const merge = flags.against === undefined ? null : compareWith(flags.against, inputs);
  const asked = {
    commits: flags.commit ?? (head === null ? [] : [head]),
    // by which waivers and exclusions end
    today: dayOf(),
    ci: flags.ci === true,
    command: commandOf(flags),
    merge: merge?.findings ?? [],
    ...(flags.prove === true ? { proof: await prove(commands, settings, inputs) } : {}),
  };
  let verdict = judge(inputs, asked);
  if (flags.update === true) {
    if (verdict.ending === 'noEvidence' || verdict.ending === 'failed')
      tell('the baseline stays as it is: only a whole run in which nothing failed can write it');
    else {
      const { writeWhole } = await import('../files/write-whole.ts');
      writeWhole(settings.baseline, verdict.baseline);
      verdict = judge({ ...inputs, baseline: { ...inputs.baseline, text: verdict.baseline } }, asked);
    }
  }
  verdict = explained(verdict, inputs);
  await show(verdict, flags, settings, merge);
  process.exitCode = verdict.exit;
}

async function show(
  verdict: Verdict,
  flags: Flags,
  settings: Settings,
  merge: Parameters<typeof import('../gate/show-comment.ts').showComment>[1],
): Promise<void> {
  const { writeWhole } = await import('../files/write-whole.ts');
  const { showText } = await import('../gate/show-text.ts');
  const { showJunit } = await import('../gate/show-junit.ts');
  const { showMarkdown } = await import('../gate/show-markdown.ts');
  const { showComment } = await import('../gate/show-comment.ts');
  const { showAnnotations, showSarif } = await import('../gate/show-annotations.ts');
  const json = jsonDocument(verdict);
  writeWhole(settings.verdict, json);
  if (flags.junit !== undefined) writeWhole(flags.junit, showJunit(verdict));
  if (flags.markdown !== undefined) writeWhole(flags.markdown, showMarkdown(verdict));
  if (flags.comment !== undefined) writeWhole(flags.comment, showComment(verdict, merge));
  if (flags.sarif !== undefined) writeWhole(flags.sarif, showSarif(verdict, version()));
  out(flags.json === true ? json : showText(verdict));
  if (flags.annotations === true) outCommands(showAnnotations(verdict));
}

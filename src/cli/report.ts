/** `ringspec report`: pages with pictures of a run, a sweep or the specification. CLI-01, CLI-03, CLI-04. */
import { jsonDocument } from '../files/json-document.ts';
import { InvalidArgumentError, type Command } from 'commander';
import { join } from 'node:path';
import { Fault } from '../files/faults.ts';
import { ProgressLine } from './progress-line.ts';
import { pathName } from './path-name.ts';
import { out, tell } from '../terminal.ts';

interface Flags {
  readonly spec?: boolean;
  readonly index?: boolean;
  readonly out?: string;
  readonly runs?: number | null;
  readonly json?: boolean;
  readonly messages?: string;
  readonly catalogue: string;
  readonly features: readonly string[];
  readonly results?: readonly string[];
}

const example = `
Examples:
  $ ringspec report reports/run
  $ ringspec report reports/sweep --out pages
  $ ringspec report reports/sweep --runs all
  $ ringspec report --index reports
  $ ringspec report --spec
  $ ringspec report --spec --messages reports/gate/messages.ndjson --out reports/specification

DIR is the folder of a run or of a sweep: its manifest.json says which. The pages
open from the disk, without a server and without a network. Of a sweep, the runs
of the six pairs that tell most get pages of their own, unless --runs says how
many pairs shall have them; the row of every other pair shows the command for it.

With --index, DIR is a folder of outputs (reports): its index.html lists all of them,
and from then on the commands that write there bring it up to date.

Exit status of --spec: 0 the pages are made; 1 made, and a scenario failed; 4 made,
and the run is no evidence; 64 usage; 65 a file that cannot be read.`;

/** Null stands for all of them. */
function pairsWithPages(text: string): number | null {
  if (text === 'all') return null;
  if (text === 'none') return 0;
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('A number of pairs is allowed, or all, or none.');
  return Number(text);
}

export function describeReport(program: Command): void {
  program
    .command('report')
    .description('make pages with pictures of a run, a sweep or the specification')
    .argument('[dir]', 'the folder of a run or of a sweep; with --index, of outputs', pathName)
    .option('--out <dir>', 'folder for the pages (DIR/report, or reports/specification)', pathName)
    .option(
      '--runs <pairs>',
      'how many pairs of a sweep get pages for their runs (all, none)',
      pairsWithPages,
    )
    .option('--json', 'print the result as JSON')
    .option('--index', 'the front page of a folder of outputs (reports)')
    .option('--spec', 'the specification, with what a run of its scenarios showed')
    .option('--messages <file>', "cucumber's message file of a run; without it the suite is run first")
    .option('--catalogue <file>', 'the clauses', 'features/clauses.yaml')
    .option('--features <places...>', 'feature files, or folders of them', ['features'])
    .option('--results <certificates...>', 'certificates of implementations, to stand side by side')
    .addHelpText('after', example)
    .action(async (dir: string | undefined, flags: Flags, command: Command) => {
      const isIndex = flags.index === true && flags.spec !== true;
      if (!isIndex && ((dir === undefined) !== (flags.spec === true) || flags.index === true))
        throw new Fault('report: give the folder of a run or of a sweep, or --spec, or --index', 'usage');
      refuseOthers(command, isIndex ? '--index' : flags.spec === true ? '--spec' : 'DIR');
      if (isIndex) {
        await reportIndex(dir ?? 'reports', flags);
        return;
      }
      if (dir !== undefined) {
        await report(dir, flags);
        return;
      }
      const { reportSpec } = await import('./report-spec.ts');
      await reportSpec({ ...flags, out: flags.out ?? 'reports/specification' });
    });
}

/** The options of each kind of report. */
const optionsOf = {
  DIR: ['out', 'runs', 'json'],
  '--index': ['json'],
  '--spec': ['out', 'json', 'messages', 'catalogue', 'features', 'results'],
} as const satisfies Readonly<Record<string, readonly (keyof Flags)[]>>;

/** @throws Fault with the options that say nothing of this kind of report. */
function refuseOthers(command: Command, kind: keyof typeof optionsOf): void {
  const allowed: readonly string[] = ['index', 'spec', ...optionsOf[kind]];
  const others = Object.keys(command.opts()).filter(
    (name) => command.getOptionValueSource(name) === 'cli' && !allowed.includes(name),
  );
  if (others.length === 0) return;
  const flags = (names: readonly string[]): string => names.map((name) => `--${name}`).join(', ');
  throw new Fault(
    `report: found ${flags(others)} with ${kind}; allowed with it: ${flags(optionsOf[kind])}`,
    'usage',
  );
}

/** Writes the front page and names the pages that it lists. */
async function reportIndex(dir: string, { json }: Flags): Promise<void> {
  const { writeFrontPage } = await import('../pages/front/page.tsx');
  const entries = writeFrontPage(dir);
  const pages = entries.flatMap(({ page }) => (page === null ? [] : [join(dir, page)]));
  const page = join(dir, 'index.html');
  out(json === true ? jsonDocument({ page, pages }) : `${[page, ...pages].join('\n')}\n`);
}

async function report(dir: string, flags: Flags): Promise<void> {
  const { makeReport } = await import('../pages/report/make-report.ts');
  const line = new ProgressLine();
  const { page, note } = await makeReport(dir, {
    target: flags.out ?? null,
    pairs: flags.runs === undefined ? 'usual' : flags.runs,
    onPage: (done, total) => {
      line.show(() => `${String(done)} of ${String(total)} run pages made`);
    },
  }).finally(() => {
    line.end();
  });
  if (note !== null) tell(`note: ${note}`);
  out(flags.json === true ? jsonDocument({ page }) : `${page}\n`);
}

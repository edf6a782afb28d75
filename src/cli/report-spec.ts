/** `ringspec report --spec`: the living specification as pages. CLI-01, CLI-03, CLI-04. */
import { jsonDocument } from '../files/json-document.ts';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Settings } from '../gate/settings.ts';
import type { TextFile } from '../specification/input.ts';
import { dayOf } from '../counted.ts';
import { exitCodes } from '../exit-codes.ts';
import { refreshFrontPage } from './front-page.ts';
import { settingsOf } from './gate-settings.ts';
import { sources } from '../place.ts';
import { out, tell } from '../terminal.ts';

export interface SpecReport {
  readonly out: string;
  /** A run that is there already; without it the suite is run first. */
  readonly messages?: string;
  readonly catalogue: string;
  readonly features: readonly string[];
  /** Certificates of implementations, to stand side by side. */
  readonly results?: readonly string[];
  readonly json?: boolean;
}

const KIND = 'specification';

/** Writes the site whole or not at all, prints where, and sets the exit status by what the run says. */
export async function reportSpec(options: SpecReport): Promise<void> {
  const { readGateFiles, readMaybe, readText } = await import('../gate/files.ts');
  const { headCommit } = await import('../gate/git.ts');
  const { Fault } = await import('../files/faults.ts');
  const { runSuite } = await import('../gate/run-suite.ts');
  const { readCertificates } = await import('../verify/certificate.ts');
  const { readBook } = await import('../pages/specification/book.ts');
  const { site, siteNames } = await import('../pages/specification/site.tsx');
  const { OutputFolder, program } = await import('../files/output-folder.ts');
  const { Names } = await import('../files/names.ts');
  const certificates = readCertificates(options.results ?? []);
  const folder = new OutputFolder(options.out, { names: new Names(siteNames), kind: KIND });
  try {
    const settings = await settingsFor(options);
    if (options.messages === undefined) {
      if (settings.run === null)
        throw new Fault(
          `no command runs the suite: write \`run: COMMAND\` into ${settings.path ?? 'ringspec.config.yaml'}, or name --messages`,
          'badInput',
        );
      tell('running the suite …');
      await runSuite(settings.run, settings);
    } else if (!existsSync(options.messages))
      throw new Fault(`${options.messages}: there is no such file`, 'badInput');
    tell('making the pages …');
    const formulas = readMaybe(join(dirname(options.catalogue), 'formulas.yaml'));
    const head = headCommit();
    const book = readBook(
      {
        gate: readGateFiles(settings),
        formulas: formulas.text === null ? null : { path: formulas.path, text: formulas.text },
        sources: sourceFiles().map((path): TextFile => ({ ...readText(join(sources, path)), path })),
      },
      {
        commits: head === null ? [] : [head],
        today: dayOf(),
        ci: false,
      },
      (place) => `npx cucumber-js --profile decimal ${place}`,
      certificates,
    );
    // first, so that what a killed command leaves is known as ours
    const manifest = { program, kind: KIND, commit: head };
    folder.write('manifest.json', jsonDocument(manifest));
    for (const [name, text] of await site(book)) folder.write(name, text);
    folder.commit();
    await refreshFrontPage(options.out);
    const page = join(options.out, 'index.html');
    const told = `${page}\n${pathToFileURL(resolve(page)).href}\n`;
    out(options.json === true ? jsonDocument({ page }) : told);
    const { ending } = book.verdict;
    process.exitCode =
      ending === 'noEvidence'
        ? exitCodes.noEvidence
        : ending === 'failed'
          ? exitCodes.failed
          : exitCodes.done;
  } catch (error) {
    folder.discard();
    throw error;
  }
}

/** The usual places; what `gate --run` left beside another message file belongs to another run. */
async function settingsFor({ catalogue, features, messages }: SpecReport): Promise<Settings> {
  const settings = await settingsOf({ catalogue, features }, messages === undefined);
  if (messages === undefined) return settings;
  const ran = (name: string): string => join(dirname(messages), name);
  return { ...settings, messages: [messages], record: ran('run.json'), properties: ran('properties.json') };
}

const sourceFiles = (): string[] =>
  readdirSync(join(sources, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join('src', name).replaceAll('\\', '/'))
    .sort();

/** The scenarios that judge an implementation: those that put questions to it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import { runsTheProgram } from '../../steps/about-the-program.ts';
import { groupBy } from '../../src/core/list.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The chapters whose scenarios ask the implementation; the others run the program ringspec itself. */
const chapters = [
  ...['ker', 'mod', 'trd', 'reb', 'set', 'anc', 'rol'],
  ...['pol', 'flw', 'loop', 'chk', 'events', 'examples', 'protocol'],
];

/** The scenarios that put questions to an implementation, with their tags. */
const questions = chapters.flatMap((chapter) =>
  readdirSync(join(root, 'features', chapter))
    .filter((name) => name.endsWith('.feature'))
    .sort()
    .flatMap((name) => scenariosIn(`features/${chapter}/${name}`)),
);

function scenariosIn(path: string): { path: string; line: number; tags: string[] }[] {
  const newId = IdGenerator.incrementing();
  const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher());
  return compile(parser.parse(readFileSync(join(root, path), 'utf8')), path, newId)
    .filter(({ steps }) => !runsTheProgram(steps))
    .map(({ location, tags }) => ({
      path,
      line: location?.line ?? 1,
      tags: tags.map(({ name }) => name.slice(1)),
    }));
}

/** Where the scenarios of some clauses are, or all of them, as cucumber takes it: `file:line:line`. */
export function scenariosOf(clauses?: readonly string[]): string[] {
  const wanted = questions.filter(({ tags }) => clauses?.some((clause) => tags.includes(clause)) ?? true);
  return [...groupBy(wanted, ({ path }) => path)].map(([path, scenarios]) =>
    [path, ...scenarios.map(({ line }) => String(line))].join(':'),
  );
}

/** A finding as a part of the specification: into the feature file of its clause, behind what stands there. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AstBuilder, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator, type FeatureChild, type GherkinDocument, type Rule } from '@cucumber/messages';
import { onDisk } from '../files/on-disk.ts';
import { inScratch } from '../files/scratch.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { Told } from './find.ts';
import { judge, type Judged, type Verdict } from './judge.ts';

/** A file that a scenario goes into, as it is and as it will be. */
interface Place {
  readonly path: string;
  /** Null where there is no such file yet. */
  readonly before: string | null;
  readonly after: string;
  readonly line: number;
}

/** The scenario does not belong in the features; nothing is written. */
export class NotPromoted extends Error {
  override readonly name = 'NotPromoted';
}

const parse = (text: string) =>
  new Parser(new AstBuilder(IdGenerator.incrementing()), new GherkinClassicTokenMatcher()).parse(text);

/**
 * Writes the scenario of a finding into the feature file of its clause, and says where. Nothing is written, and
 * `NotPromoted` is thrown, when the scenario stands there already, when the built-in core fails it, or when the
 * implementation that it was found with passes it.
 *
 * @param root of the project
 * @param title the clause's, for a file that is new
 */
export async function promote(
  finding: Told,
  found: Judged,
  { root, title }: { readonly root: string; readonly title: string },
): Promise<string> {
  const place = placeOf(finding, root, title);
  await inScratch((folder) => verify(join(folder, 'scenario.feature'), place, found));
  writeWhole(join(root, place.path), place.after);
  return `${place.path}:${String(place.line)}`;
}

/** The scenario, run where it will stand: the built-in core passes it and the other one does not. */
async function verify(path: string, place: Place, found: Judged): Promise<void> {
  onDisk(path, () => {
    writeFileSync(path, place.after);
  });
  const at = `${path}:${String(place.line)}`;
  const [right] = await judge({ arithmetic: 'decimal' }, [at]);
  if (right?.passed !== true) throw new NotPromoted(`the built-in core fails the scenario: ${reason(right)}`);
  const [other] = await judge(found, [at]);
  if (other?.passed !== false) throw new NotPromoted('the implementation passes the scenario');
}

const reason = (verdict: Verdict | undefined): string => verdict?.message.split('\n')[0] ?? 'it did not run';

/** Behind the last example of a rule of the clause that has no background, or in a file of its own. */
export function placeOf({ clause, scenario, title: name }: Told, root: string, title: string): Place {
  const chapter = join('features', clause.split('-')[0]?.toLowerCase() ?? '');
  const files = readdirSync(join(root, chapter)).filter((file) => file.endsWith('.feature'));
  for (const file of files.sort()) {
    const path = join(chapter, file);
    const text = readFileSync(join(root, path), 'utf8');
    const rule = openRule(parse(text), clause);
    if (rule === null) continue;
    const names = rule.children.flatMap(({ scenario: there }) => (there === undefined ? [] : [there.name]));
    if (text.includes(indented(scenario).slice(1).join('\n')))
      throw new NotPromoted(`${path} has this scenario already`);
    return inserted(path, text, rule, indented([`Example: ${free(name, names)}`, ...scenario.slice(1)]));
  }
  const path = join(chapter, `found-${clause.toLowerCase()}.feature`);
  const head = [`Feature: ${title}: what was found in play`, '', `  @${clause}`, `  Rule: ${title}`, ''];
  const after = [...head, ...indented(scenario), ''].join('\n');
  return { path, before: null, after, line: head.length + 1 };
}

/** The first rule tagged with the clause to which neither the feature nor the rule itself adds steps. */
function openRule({ feature }: Pick<GherkinDocument, 'feature'>, clause: string): Rule | null {
  const children: readonly FeatureChild[] = feature?.children ?? [];
  if (children.some(({ background }) => background !== undefined)) return null;
  const rules = children.flatMap(({ rule }) => (rule === undefined ? [] : [rule]));
  const open = rules.filter(({ children: own }) => own.every(({ background }) => background === undefined));
  return open.find(({ tags }) => tags.some((tag) => tag.name === `@${clause}`)) ?? null;
}

function inserted(path: string, text: string, rule: Rule, example: readonly string[]): Place {
  const lines = text.split('\n');
  // the next rule begins with its tags; a rule's examples are indented deeper than they are
  const ends = lines.findIndex((line, i) => i >= rule.location.line && /^ {0,2}[^\s|]/.test(line));
  let end = ends < 0 ? lines.length : ends;
  while (end > 0 && lines[end - 1]?.trim() === '') end--;
  const rest = lines.slice(end);
  const after = [...lines.slice(0, end), '', ...example, ...rest].join('\n');
  return { path, before: text, after, line: end + 2 };
}

/** As an example stands in a rule. */
const indented = (lines: readonly string[]): string[] => lines.map((line) => `    ${line}`);

/** The name, or the name with a number behind it where it is taken. */
function free(name: string, taken: readonly string[]): string {
  let candidate = name;
  for (let n = 2; taken.includes(candidate); n++) candidate = `${name} (${String(n)})`;
  return candidate;
}

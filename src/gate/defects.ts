/** What does not fit together in features and steps, wherever the run may stand. */
import { closest } from 'fastest-levenshtein';
import type { Catalogue } from '../specification/catalogue.ts';
import type { CaseEvidence } from './evidence.ts';
import type { DeclaredTag, FeatureFile, SuiteScenario } from '../specification/features.ts';
import { finding, showPlace, type Finding, type Place } from '../specification/finding.ts';
import type { RunResults } from '../specification/messages.ts';

export function suiteDefects(
  files: readonly FeatureFile[],
  cases: readonly CaseEvidence[],
  catalogue: Catalogue,
): Finding[] {
  return [
    ...files.flatMap(({ findings }) => findings),
    ...files.flatMap(({ tags }) => tags.flatMap((tag) => tagDefects(tag, catalogue))),
    ...files.flatMap(({ scenarios }) => scenarios.flatMap(scenarioDefects)),
    ...identical(cases, copies(files)),
    ...astray(cases, catalogue),
  ];
}

function tagDefects({ name, place, onFeature }: DeclaredTag, catalogue: Catalogue): Finding[] {
  const clause = catalogue.clauses.has(name);
  const known = clause || catalogue.kindOf.has(name);
  if (onFeature && known) {
    const said = `@${name} on a Feature counts for none of its scenarios`;
    const remedy = 'tag the Rule, the Scenario or the Examples that speak of it';
    return [finding('feature-tag', said, remedy, place, clause ? name : null)];
  }
  if (known || catalogue.isLabel(name)) return [];
  const near = closest(name, [...catalogue.clauses.keys(), ...catalogue.kindOf.keys()]);
  const remedy = `write @${near} if that is meant, or list it among the labels of ${catalogue.path}`;
  return [finding('unknown-tag', `@${name} is the tag of no clause, kind or label`, remedy, place)];
}

function scenarioDefects({ title, place, column, rule, emptyOutline, cases }: SuiteScenario): Finding[] {
  const found: Finding[] = [];
  if (emptyOutline) {
    const remedy = 'give every Examples table a row, or take it out';
    found.push(finding('empty-outline', `${title}: an outline without rows never runs`, remedy, place));
  }
  if (cases.some(({ steps }) => !steps.some(({ asserts }) => asserts))) {
    const remedy = 'say in a Then what has to hold';
    found.push(finding('no-outcome', `${title}: no Then, so it asserts nothing`, remedy, place));
  }
  if (rule !== null && column <= rule.column) {
    const said = `${title}: it is not indented below the Rule of line ${String(rule.line)}, and belongs to it all the same`;
    const remedy = 'indent it if it belongs there; otherwise move it above the first Rule';
    found.push(finding('under-rule', said, remedy, place));
  }
  return found;
}

/** Files of the same text in several folders: packages of one repository that share a feature. */
function copies(files: readonly FeatureFile[]): ReadonlySet<string> {
  const first = new Map<string, string>();
  const found = new Set<string>();
  const folder = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
  for (const { path, text } of files) {
    const earlier = first.get(text);
    if (earlier === undefined) first.set(text, path);
    else if (folder(earlier) !== folder(path)) found.add(path);
  }
  return found;
}

/** Cases that do exactly what an earlier one does. */
function identical(all: readonly CaseEvidence[], copied: ReadonlySet<string>): Finding[] {
  const cases = all.filter(({ scenario }) => !copied.has(scenario.place.file));
  const first = new Map<string, Place & { readonly title: string }>();
  return cases.flatMap(({ scenario, case: { line, fingerprint, steps } }) => {
    const place = { file: scenario.place.file, line };
    const earlier = first.get(fingerprint);
    if (earlier === undefined) {
      first.set(fingerprint, { ...place, title: scenario.title });
      return [];
    }
    if (steps.length === 0) return [];
    const said = `${scenario.title}: the same steps as ${showPlace(earlier)}`;
    return [finding('identical', said, 'take one of them out, and put its tags on the other', place)];
  });
}

/** Scenarios of a chapter's file that speak of other chapters only, and scenarios that speak of nothing. */
function astray(cases: readonly CaseEvidence[], catalogue: Catalogue): Finding[] {
  const chapters = new Map(catalogue.chapters.map(({ id }) => [id.toLowerCase(), id]));
  const told = new Set<SuiteScenario>();
  return cases.flatMap(({ scenario, clauses, case: { tags } }) => {
    if (told.has(scenario)) return [];
    const { title, place } = scenario;
    if (clauses.length === 0) {
      if (tags.some(catalogue.isLabel)) return [];
      told.add(scenario);
      const said = `${title}: it is tagged with no clause and no label`;
      return [finding('no-clause', said, 'tag it with the clause that it shows', place)];
    }
    const home = place.file
      .toLowerCase()
      .split(/[/.]/)
      .map((part) => chapters.get(part))
      .find((id) => id !== undefined);
    const of = new Set(clauses.map((id) => catalogue.clauses.get(id)?.chapter));
    if (home === undefined || of.has(home)) return [];
    told.add(scenario);
    const said = `${title}: it stands with chapter ${home} and speaks of ${clauses.join(', ')} only`;
    return [finding('other-chapter', said, 'move it, or correct its tags', place)];
  });
}

/** Steps that nothing uses, and texts that two definitions match. Only a whole run can say. */
export function stepDefects(run: Pick<RunResults, 'definitions' | 'ambiguous'>): Finding[] {
  const unused = run.definitions
    .filter(({ used }) => !used)
    .map(({ pattern, file, line }) =>
      finding('unused-step', `no scenario uses the step "${pattern}"`, 'take it out', { file, line }),
    );
  const twice = run.ambiguous.map(({ uri, line, text, definitions }) => {
    const said = `"${text}" matches ${definitions.map((pattern) => `"${pattern}"`).join(' and ')}`;
    return finding('ambiguous-step', said, 'tell the two patterns apart', { file: uri, line });
  });
  return [...unused, ...twice];
}

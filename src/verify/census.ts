/**
 * Every scenario is accounted for: those of the suite, counted in its files, are those that something came of. The files
 * are read by Gherkin alone, and not by what runs them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import picomatch from 'picomatch';
import type { ScenarioResult } from './collector.ts';
import { asksNothing, type Verdict } from './verdict.ts';
import { root } from '../place.ts';
import type { Which } from './verify.ts';

export interface Census {
  /** Scenarios in the files that were to be asked. */
  readonly suite: number;
  /** Of these, those about the program around the model: they ask an implementation nothing. */
  readonly aboutTheProgram: number;
  /** Where something is in the files and nothing came of it, or the other way round; each in a line. */
  readonly faults: readonly string[];
}

/** Counts, and says what does not add up. Where only the first failure was wanted, what comes after it is not missed. */
export function census(results: readonly ScenarioResult[], { counts }: Verdict, which: Which): Census {
  const there = placesIn(which);
  const came = new Map<string, number>();
  for (const { place } of results) came.set(place, (came.get(place) ?? 0) + 1);
  const judged = Object.values(counts).reduce((sum, one) => sum + one, 0);
  const aboutTheProgram = results.filter(asksNothing).length;
  const missing = which.failFast === true ? [] : there.filter((place) => !came.has(place));
  const known = new Set(there);
  return {
    suite: there.length,
    aboutTheProgram,
    faults: [
      ...missing.map((place) => `${place}: it is in the suite, and nothing came of it`),
      ...[...came.keys()]
        .filter((place) => !known.has(place))
        .map((place) => `${place}: something came of it, and it is not in the suite`),
      ...[...came]
        .filter(([, times]) => times > 1)
        .map(([place, times]) => `${place}: it was asked ${String(times)} times`),
      ...(judged + aboutTheProgram === results.length
        ? []
        : [
            `${String(judged)} scenarios were judged and ${String(aboutTheProgram)} asked nothing, of ${String(results.length)}`,
          ]),
    ],
  };
}

/** The places of the scenarios of some paths and tags, as `file:line`. */
export function placesIn({ paths = [], tags }: Which): string[] {
  const wanted = paths.map((path) => {
    const [place = '', ...lines] = path.split(':');
    const names = picomatch([place, `${place}/**`]);
    return { has: (file: string) => names(file), lines: lines.map(Number) };
  });
  const named = tags?.split(' or ') ?? null;
  return featureFiles().flatMap((file) => {
    const of = wanted.filter((one) => one.has(file));
    if (of.length === 0) return [];
    const lines = of.some((one) => one.lines.length === 0) ? null : of.flatMap((one) => one.lines);
    return scenariosIn(file)
      .filter((one) => lines === null || one.lines.some((line) => lines.includes(line)))
      .filter((one) => named === null || one.tags.some((tag) => named.includes(tag)))
      .map(({ line }) => `${file}:${String(line)}`);
  });
}

const featureFiles = (): string[] =>
  readdirSync(join(root, 'features'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.feature'))
    .map((name) => `features/${name}`)
    .sort();

/** Scenarios and rows, by the lines that they are known by: of the row, and of the outline above it. */
function scenariosIn(file: string): { line: number; lines: number[]; tags: string[] }[] {
  const newId = IdGenerator.incrementing();
  const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher());
  const document = parser.parse(readFileSync(join(root, file), 'utf8'));
  const outlines = new Map<string, number>();
  for (const { scenario, rule } of document.feature?.children ?? [])
    for (const one of scenario === undefined
      ? (rule?.children ?? []).map((child) => child.scenario)
      : [scenario])
      if (one !== undefined) outlines.set(one.id, one.location.line);
  return compile(document, file, newId).map(({ location, astNodeIds, tags }) => {
    const line = location?.line ?? 0;
    const above = astNodeIds.flatMap((id) => outlines.get(id) ?? []);
    return { line, lines: [line, ...above], tags: tags.map(({ name }) => name) };
  });
}

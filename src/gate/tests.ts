/** Tests outside cucumber as evidence: which clauses each names, and what it is worth. */
import type { Catalogue, Kind } from '../specification/catalogue.ts';
import { finding, type Finding } from '../specification/finding.ts';
import { kindsOf } from './evidence.ts';
import type { Report } from './results/read.ts';
import type { TestResult } from './results/test-result.ts';

export interface TestEvidence {
  /** `file › name`. */
  readonly title: string;
  readonly file: string;
  readonly clauses: readonly string[];
  readonly kinds: readonly Kind[];
  readonly ended: TestResult['ended'];
  /** It is not known that it asserts, nor that its text is that of the tree. */
  readonly weaker: boolean;
}

export interface TestsFound {
  readonly tests: readonly TestEvidence[];
  readonly findings: readonly Finding[];
}

/** Finds ids of clauses in a text, whatever shape a repository gives them: whole words, the longest first. */
export function idFinder({ clauses }: Pick<Catalogue, 'clauses'>): (text: string) => string[] {
  if (clauses.size === 0) return () => [];
  const ids = [...clauses.keys()].sort((a, b) => b.length - a.length);
  const words = ids.map((id) => id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const pattern = new RegExp(`(?<![\\w.-])(?:${words})(?![\\w-]|\\.\\w)`, 'gu');
  return (text) => [...new Set([...text.matchAll(pattern)].map(([id]) => id))];
}

/** Names of a property whose value is the id of a clause, so that any other value is a mistake. */
const namesAClause = /^@?(clause|requirement|req)[=:]\s*@?(.+)$/i;

/** The tests of reports, by the clauses that they name in a title, a tag or a property. */
export function reportedTests(reports: readonly Report[], catalogue: Catalogue): TestsFound {
  const idsIn = idFinder(catalogue);
  const findings: Finding[] = [];
  const tests = reports.flatMap(({ path, tests: told }) =>
    told.map((one): TestEvidence => {
      const place = { file: path, line: 1 };
      const { title, tags, ended, said } = one;
      const named = `the test "${title}"`;
      for (const tag of tags) {
        const [, , value = ''] = namesAClause.exec(tag) ?? [];
        if (value === '' || catalogue.clauses.has(value) || catalogue.isLabel(value)) continue;
        const message = `${named} names ${value}, which is no clause and no label`;
        findings.push(finding('unknown-tag', message, 'name a clause of the catalogue', place));
      }
      if (ended === 'failed')
        findings.push(finding('failing', `${named} failed${said && `: ${said}`}`, 'see its test', place));
      if (ended === 'retried')
        findings.push(finding('retried', `${named} took more than one attempt`, 'do not retry', place));
      const words = [...tags, ...(title.match(/@\S+/g) ?? [])].map((tag) => tag.replace(/^@|^kind=/, ''));
      return {
        ...{ title: one.file === '' ? title : `${one.file} › ${title}`, file: path },
        clauses: idsIn([title, ...tags].join('\n').replaceAll('@', ' ').replaceAll('=', ' ')),
        ...{ kinds: kindsOf(words, catalogue), ended, weaker: true },
      };
    }),
  );
  return { tests, findings };
}

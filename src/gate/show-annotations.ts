/** The findings beside the lines that they are about: SARIF 2.1.0, and the CI's own commands. */
import { printable } from '../printable.ts';
import type { Finding } from '../specification/finding.ts';
import type { Verdict } from './gate.ts';

export function showSarif({ findings, clauses }: Verdict, version: string): string {
  // viewers want a place of every result: what is about the run as such stands with the catalogue
  const elsewhere = { file: clauses[0]?.place.file ?? 'README.md', line: 1 };
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort().map((id) => ({ id }));
  const results = findings.map(({ rule, level, message, remedy, place, clause }) => ({
    ruleId: rule,
    level,
    message: { text: `${message}\n${remedy}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI((place ?? elsewhere).file) },
          region: { startLine: (place ?? elsewhere).line },
        },
      },
    ],
    ...(clause === null ? {} : { properties: { clause } }),
  }));
  const run = { tool: { driver: { name: 'ringspec gate', version, rules } }, results };
  return `${printable(JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2))}\n`;
}

const data = (text: string): string => printable(text).replaceAll('%', '%25').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Workflow commands of GitHub Actions: the service shows them in the changed files. */
export const showAnnotations = ({ findings }: Verdict): string =>
  findings.map((one) => `${annotation(one)}\n`).join('');

function annotation({ rule, level, message, remedy, place }: Finding): string {
  const where = place === null ? [] : [`file=${property(place.file)}`, `line=${String(place.line)}`];
  return `::${level} ${[...where, `title=${property(rule)}`].join(',')}::${data(`${message}\n${remedy}`)}`;
}

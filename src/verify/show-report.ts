/** A conformance report to read in a terminal: causes first, then the clauses. */
import { closest } from 'fastest-levenshtein';
import { counted } from '../counted.ts';
import { onOneLine } from '../printable.ts';
import { capabilities } from '../protocol/protocol.ts';
import { readingText } from '../protocol/rulings.ts';
import { nameOf, standing } from './certificate.ts';
import type { ConformanceReport } from './conformance.ts';
import { showCauses } from './show-causes.ts';
import type { ChapterVerdict, ClauseResult, ClauseVerdict, ScenarioVerdict } from './verdict.ts';

export const words: Readonly<Record<ClauseResult, string>> = {
  broken: 'broken',
  shadowed: 'shadowed',
  'not-run': 'not run',
  known: 'known failure',
  partly: 'partly asked',
  unsupported: 'unsupported',
  'set-aside': 'set aside',
  holds: 'holds',
  'not-asked': 'not asked',
};

const s = String;

export function showReport(report: ConformanceReport): string {
  const { certificate, chapters, scenarios, faults, whole } = report;
  const { implementation, arithmetic, specification, rulings } = certificate;
  const left = chapters.filter((chapter) => !isAsked(chapter)).map(({ id }) => id);
  const own = readingText(rulings);
  return [
    `${nameOf(certificate)} (${onOneLine(implementation.language)}, counting in ${onOneLine(arithmetic.stated)}, judged as ${arithmetic.judged} to within ${arithmetic.tolerance})`,
    `against version ${specification.version} of the specification, suite ${specification.suite.slice(0, 12)}`,
    ...(own === '' ? [] : [`reading ${own}`]),
    ...certificate.capabilities.filter(isUnknown).map(unknownText),
    ...showCauses(report),
    ...showWorlds(report),
    '',
    'Clauses, by chapter:',
    ...chapters.filter(isClaimed).flatMap((chapter) => showChapter(chapter, whole)),
    ...showUnclaimed(chapters),
    ...(whole
      ? [
          `  ${left.join(', ')}: about scenario files, rings, pairs, figures, output and commands, not about the model; not asked`,
        ]
      : []),
    ...unfinished(scenarios),
    ...(faults.length > 0
      ? ['', 'Known failures that do not apply:', ...faults.map((fault) => `  ${fault}`)]
      : []),
    ...showCensus(report),
    '',
    closing(report),
    `next: ${nextStep(report)}`,
    '',
  ].join('\n');
}

const isUnknown = (name: string): boolean => !(capabilities as readonly string[]).includes(name);

/** A misspelt capability would go unasked in silence. */
const unknownText = (name: string): string =>
  `! it claims ${onOneLine(name)}, which no scenario asks for; the nearest capability is ${closest(name, capabilities)}`;

/** The random worlds of the vectors, the first few that differ. */
function showWorlds({ certificate: { vectors }, worlds }: ConformanceReport): string[] {
  if (vectors === undefined) return [];
  const { agree, differ } = vectors.worlds;
  return [
    '',
    `Asked by vectors ${vectors.version}: ${s(agree)} of ${s(agree + differ)} random worlds agree`,
    ...worlds
      .slice(0, MOST_WORLDS)
      .map(({ file, cause, firstDifference }) =>
        onOneLine(
          `✗ ${file}: ${cause}: ${firstDifference === null ? 'it is not answered by the protocol' : `${firstDifference.place}: expected ${firstDifference.expected}, found ${firstDifference.found}`}`,
        ),
      ),
    ...(worlds.length > MOST_WORLDS ? [`  and ${counted(worlds.length - MOST_WORLDS, 'other world')}`] : []),
  ];
}

const MOST_WORLDS = 5;

const isAsked = ({ clauses }: ChapterVerdict): boolean =>
  clauses.some(({ result }) => result !== 'not-asked');

/** Whether something of it could be asked. */
const isClaimed = ({ clauses }: ChapterVerdict): boolean =>
  clauses.some(({ result }) => !['not-asked', 'unsupported', 'set-aside'].includes(result));

function showUnclaimed(chapters: readonly ChapterVerdict[]): string[] {
  const left = chapters.filter((chapter) => isAsked(chapter) && !isClaimed(chapter)).map(({ id }) => id);
  return left.length === 0 ? [] : [`  ${left.join(', ')}: nothing of them could be asked`];
}

/** Whether nothing that was asked of a clause fails. */
const isHolding = ({ result }: ClauseVerdict): boolean => result === 'holds' || result === 'partly';

function showChapter({ id, title, clauses }: ChapterVerdict, whole: boolean): string[] {
  const asked = clauses.filter(({ result }) => result !== 'not-asked');
  // what was asked of nobody who does not claim it counts neither way
  const claimed = asked.filter(({ result }) => result !== 'unsupported' && result !== 'set-aside');
  const holding = claimed.filter(isHolding).length;
  const partly = asked.length > claimed.length || claimed.some(({ result }) => result === 'partly');
  const far = partly ? ', as far as they can be asked' : '';
  const line = `  ${id.padEnd(5)} ${s(holding).padStart(3)} of ${s(claimed.length).padStart(2)} hold${far}  ${title}`;
  const rest = (Object.keys(words) as ClauseResult[])
    .filter((result) => result !== 'holds' && result !== 'partly' && (whole || result !== 'not-asked'))
    .flatMap((result) => {
      const own = clauses.filter((clause) => clause.result === result);
      return own.length === 0 ? [] : [`${' '.repeat(8)}${words[result]}: ${own.map(clauseText).join(', ')}`];
    });
  return [line, ...rest];
}

/** A clause with how many of its scenarios fail. */
function clauseText({ id, result, counts, shadowedBy }: ClauseVerdict): string {
  const failed = counts.failed + counts.known;
  const asked = failed + counts.passed;
  if (result === 'broken' && failed === 0) return `${id} (in scenarios of other clauses)`;
  if (result === 'broken' || result === 'known') return `${id} (${s(failed)} of ${s(asked)} scenarios)`;
  return result === 'shadowed' ? `${id} (by ${shadowedBy.slice(0, 3).join(' ')})` : id;
}

const MOST_REASONS = 12;

function unfinished(scenarios: readonly ScenarioVerdict[]): string[] {
  const notRun = scenarios.filter(({ result }) => result === 'not-run');
  const reasons = (outcome: ScenarioVerdict['result'], title: string): string[] => {
    const counts = new Map<string, number>();
    for (const { result, why } of scenarios)
      if (result === outcome) counts.set(why, (counts.get(why) ?? 0) + 1);
    const told = [...counts].map(([why, times]) => `  ${s(times).padStart(4)} scenarios: ${onOneLine(why)}`);
    const more = told.length - MOST_REASONS;
    return told.length === 0
      ? []
      : [
          '',
          title,
          ...told.slice(0, MOST_REASONS),
          ...(more > 0 ? [`       and ${s(more)} more reasons`] : []),
        ];
  };
  return [
    ...(notRun.length > 0 ? ['', `! ${s(notRun.length)} scenarios were ${notRun[0]?.why ?? ''}`] : []),
    ...reasons('unsupported', 'Unsupported:'),
    ...reasons('set-aside', 'Set aside, under these readings:'),
  ];
}

function showCensus({ census, counts }: ConformanceReport): string[] {
  if (census.faults.length > 0)
    return [
      '',
      'The census does not add up:',
      ...census.faults.slice(0, MOST_REASONS).map((one) => `  ${one}`),
    ];
  const parts = Object.entries(counts).filter(([, count]) => count > 0);
  const text = parts.map(([outcome, count]) => `${s(count)} ${outcome.replace('-', ' ')}`);
  return [
    '',
    `Census: ${s(census.suite)} scenarios in the files; ${[...text, `${s(census.aboutTheProgram)} about the program`].join(', ')}`,
  ];
}

/** The last sentence but one. */
export function closing({ certificate, counts, chapters, whole }: ConformanceReport): string {
  const asked = chapters.flatMap(({ clauses }) => clauses).filter(({ result }) => result !== 'not-asked');
  const count = (wanted: ClauseResult): number => asked.filter(({ result }) => result === wanted).length;
  const partly = count('partly') > 0 ? `, ${s(count('partly'))} more as far as they can be asked` : '';
  const others = (
    [
      ['failed', 'failed'],
      ['known', 'failed as known'],
      ['unsupported', 'unsupported'],
      ['set-aside', 'set aside'],
      ['not-run', 'not run'],
    ] as const
  ).flatMap(([outcome, word]) => (counts[outcome] > 0 ? [`${s(counts[outcome])} ${word}`] : []));
  const scenarios = `scenarios: ${[`${s(counts.passed)} passed`, ...others].join(', ')}`;
  if (!whole) return `${nameOf(certificate)}, a part of the suite: ${scenarios}`;
  return `${nameOf(certificate)} ${standing(certificate)}: ${s(count('holds'))} of ${s(asked.length)} clauses hold${partly}; ${scenarios}`;
}

/** What to do now, in one line. */
function nextStep({
  causes,
  counts,
  certificate,
  whole,
  scenarios,
  faults,
  books,
  worlds,
}: ConformanceReport): string {
  const cause = causes.find(({ known, scenarios: all }) => known < all);
  if (cause !== undefined) {
    const only = /^[A-Z]+-/.test(cause.id) ? cause.id : cause.example.place;
    return `look at ${cause.id}, which explains ${s(cause.scenarios)} of ${s(counts.failed + counts.known)} failures: --only ${only}`;
  }
  if (books.broken.length > 0) return 'find where cash or tickets come and go (CHK-C1)';
  if (counts['not-run'] > 0) return 'find out why the program ends: smoke asks about that alone';
  if (faults.length > 0) return 'put the file of known failures right';
  if (!whole) return 'ask everything: leave out --only and --failed';
  if (certificate.conforms) return 'publish the certificate (--out writes it)';
  const [world] = worlds;
  if (world !== undefined) return `look at ${world.cause} in ${world.file}, a random world`;
  const [unknown] = certificate.capabilities.filter(isUnknown);
  if (unknown !== undefined) return `call the capability ${onOneLine(unknown)} by its name`;
  const reasons = scenarios.flatMap(({ result, why }) => (result === 'unsupported' ? [why] : []));
  const needed = capabilities.find((name) => reasons.some((why) => why.startsWith(`it needs ${name},`)));
  if (needed !== undefined) return `claim ${needed} when it is there`;
  if (certificate.vectors !== undefined) return 'ask the rest with verify: it is no part of the vectors';
  return counts.known > 0 ? 'resolve what is known to fail' : 'claim a capability';
}

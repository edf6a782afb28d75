/** @jsxRuntime automatic @jsxImportSource preact */
/** A conformance report as one static page: every clause at a glance, every failure with its first divergence. */
import { document } from '../page.tsx';
import { standing } from '../../verify/certificate.ts';
import type { ConformanceReport } from '../../verify/conformance.ts';
import type { Divergence } from '../../verify/divergence.ts';
import { matrixStyle, style } from './page-style.ts';
import { words } from '../../verify/show-report.ts';
import { found, headline, sections } from '../../verify/show-causes.ts';
import type { Cause, ChapterVerdict, ClauseResult, Counts, ScenarioVerdict } from '../../verify/verdict.ts';
import { readingText } from '../../protocol/rulings.ts';

export const marks: Readonly<Record<ClauseResult, string>> = {
  broken: '✗',
  shadowed: '·',
  'not-run': '!',
  known: '~',
  partly: '◐',
  unsupported: '○',
  'set-aside': '↷',
  holds: '✓',
  'not-asked': '–',
};

const asked = ({ clauses }: ChapterVerdict) => clauses.filter(({ result }) => result !== 'not-asked');
const anchor = ({ place }: ScenarioVerdict): string => place.replace(/[^\w]+/g, '-');

/** `14 of 15 scenarios pass`. */
const share = ({ passed, failed, known }: Counts): string =>
  `${String(passed)} of ${String(passed + failed + known)} scenarios pass`;

export function conformancePage(report: ConformanceReport): string {
  const { certificate, chapters, counts, scenarios, faults } = report;
  const { name, version } = certificate.implementation;
  const told = scenarios.filter(({ result }) => result === 'failed' || result === 'known');
  const notRun = scenarios.filter(({ result }) => result === 'not-run');
  const tone = counts.failed + counts['not-run'] > 0 ? 'broken' : certificate.conforms ? 'holds' : 'partly';
  const all = chapters.flatMap(asked);
  const holding = all.filter(({ result }) => result === 'holds').length;
  return document({
    title: `${name} ${version} against the specification`,
    styles: [matrixStyle, style],
    body: (
      <main>
        <h1>
          {name} {version} against the specification
        </h1>
        <p class={`verdict ${tone}`}>
          <strong>
            {marks[tone]} It {standing(certificate)}
          </strong>
          : {holding} of {all.length} clauses hold; {counts.passed} scenarios passed, {counts.failed} failed
          {counts.known > 0 && `, ${String(counts.known)} failed as known`}
          {counts.unsupported > 0 && `, ${String(counts.unsupported)} are unsupported`}
          {counts['set-aside'] > 0 && `, ${String(counts['set-aside'])} are set aside`}
          {notRun.length > 0 && `, ${String(notRun.length)} were ${notRun[0]?.why ?? ''}`}.
        </p>
        <Facts report={report} />
        <Causes report={report} />
        <h2>Clause by clause</h2>
        <Legend />
        <Chapters chapters={chapters} told={told} />
        {told.length > 0 && <h2>Scenarios that fail</h2>}
        {told.map((scenario) => (
          <Failure key={scenario.place} scenario={scenario} />
        ))}
        {faults.length > 0 && (
          <section>
            <h2>Known failures that do not apply</h2>
            <ul>
              {faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          </section>
        )}
      </main>
    ),
  });
}

function Facts({ report: { certificate } }: { report: ConformanceReport }) {
  const { implementation, arithmetic, capabilities, command, specification } = certificate;
  const rulings = readingText(certificate.rulings);
  const facts: readonly [string, string][] = [
    ['Implementation', `${implementation.name} ${implementation.version}, in ${implementation.language}`],
    ['Arithmetic', `${arithmetic.stated}, judged as ${arithmetic.judged} to within ${arithmetic.tolerance}`],
    ['Capabilities', capabilities.join(', ')],
    ['Rulings', rulings === '' ? 'as the specification reads them' : rulings],
    ['Command', command],
    ['Specification', `version ${specification.version}, suite ${specification.suite}`],
  ];
  return (
    <table class="facts">
      <tbody>
        {facts.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export const Legend = () => (
  <ul class="legend quiet">
    {(Object.keys(words) as ClauseResult[]).map((result) => (
      <li key={result}>
        {marks[result]} {words[result]}
      </li>
    ))}
  </ul>
);

function Chapters({
  chapters,
  told,
}: {
  chapters: readonly ChapterVerdict[];
  told: readonly ScenarioVerdict[];
}) {
  const first = (id: string) => told.find(({ clauses }) => clauses.includes(id));
  const left = chapters.filter((chapter) => asked(chapter).length === 0);
  return (
    <>
      {chapters
        .filter((chapter) => asked(chapter).length > 0)
        .map((chapter) => (
          <section key={chapter.id}>
            <h3>
              {chapter.id} <span class="quiet">{chapter.title}</span>
            </h3>
            <ul class="chips">
              {asked(chapter).map(({ id, title, result, counts }) => {
                const failure = first(id);
                const text = `${marks[result]} ${id}`;
                return (
                  <li
                    key={id}
                    class={`chip ${result}`}
                    title={`${title}: ${words[result]}, ${share(counts)}`}
                  >
                    {failure === undefined ? text : <a href={`#${anchor(failure)}`}>{text}</a>}
                    <span class="visually-hidden"> {words[result]}</span>
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
      <p class="quiet">
        Not asked, for they are about scenario files, rings, pairs, figures, output and commands and not about
        the model: {left.map(({ id, title }) => `${id} (${title})`).join(', ')}.
      </p>
    </>
  );
}

function Causes({ report: { causes, books, scenarios } }: { report: ConformanceReport }) {
  const [lost] = books.broken;
  return (
    <>
      {causes.length > 0 && <h2>Causes, the biggest first</h2>}
      {sections(causes).map(([title, own]) => (
        <section key={title}>
          <h3>{title}</h3>
          {own.map((cause) => (
            <CauseSection key={cause.id} cause={cause} scenarios={scenarios} />
          ))}
        </section>
      ))}
      <p class={lost === undefined ? 'quiet' : 'verdict broken'}>
        CHK-C1:{' '}
        {lost === undefined
          ? `cash and tickets add up after each of ${String(books.asked)} scenarios.`
          : `cash or tickets came or went in ${String(books.broken.length)} of ${String(books.asked)} scenarios; first in ${lost.place}: ${lost.books.join('; ')}`}
      </p>
    </>
  );
}

function CauseSection({ cause, scenarios }: { cause: Cause; scenarios: readonly ScenarioVerdict[] }) {
  const { id, text, example, clauses } = cause;
  return (
    <section class="cause" id={`cause-${id.replace(/\W+/g, '-')}`}>
      <h4>{headline(cause)}</h4>
      {text !== '' && <p class="quiet">{text}</p>}
      <dl class="difference">
        {found(example).map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      {clauses.length > 0 && <p>Other clauses with scenarios that fail by it: {clauses.join(' ')}</p>}
      {example.firstDifference !== null && (
        <details>
          <summary>The conversation up to there, to be sent again</summary>
          <pre tabIndex={0}>{example.firstDifference.conversation.join('\n')}</pre>
        </details>
      )}
      <details>
        <summary>All scenarios that it explains</summary>
        <ul>
          {scenarios
            .filter((one) => one.cause === id)
            .map((one) => (
              <li key={one.place}>
                <a href={`#${anchor(one)}`}>{one.place}</a>
              </li>
            ))}
        </ul>
      </details>
    </section>
  );
}

function Failure({ scenario }: { scenario: ScenarioVerdict }) {
  const { title, place, clauses, result, why, divergence } = scenario;
  const [file = '', ...names] = title.split(' › ');
  return (
    <section class="failure" id={anchor(scenario)}>
      <h3>
        {result === 'known' ? '~' : '✗'} {names.join(' › ') || file}
      </h3>
      <p class="quiet">
        {place}
        {clauses.length > 0 && `, ${clauses.join(' ')}`}
        {scenario.cause !== null && `; explained by ${scenario.cause}`}
        {result === 'known' && `; known: ${why}`}
      </p>
      {divergence !== null && <DifferenceList divergence={divergence} />}
    </section>
  );
}

function DifferenceList({ divergence }: { divergence: Divergence }) {
  const { step, operation, about, expected, got, message, answer, before } = divergence;
  return (
    <>
      <dl class="difference">
        {operation !== null && (
          <div>
            <dt>operation</dt>
            <dd>{operation.op}</dd>
          </div>
        )}
        {about !== null && (
          <>
            <div>
              <dt>{about}, expected</dt>
              <dd>{expected}</dd>
            </div>
            <div>
              <dt>{about}, got</dt>
              <dd>{got}</dd>
            </div>
          </>
        )}
      </dl>
      <p>
        Found by: <q>{step === '' ? 'the checks after every scenario' : step}</q>
      </p>
      {(about === null || message.includes('\n')) && <pre tabIndex={0}>{message}</pre>}
      {operation !== null && <Data name="What it took" value={operation.takes} />}
      {answer !== null && <Data name="What it answered" value={answer} />}
      {before !== null && <Data name="The state before" value={before} />}
    </>
  );
}

const Data = ({ name, value }: { name: string; value: unknown }) => (
  <details>
    <summary>{name}</summary>
    <pre tabIndex={0}>{JSON.stringify(value, null, 1)}</pre>
  </details>
);

/** @jsxRuntime automatic @jsxImportSource preact */
/** A conformance report as one static page: every clause at a glance, every failure with its first divergence. */
import { document } from '../page.tsx';
import { standing } from '../../verify/certificate.ts';
import type { ConformanceReport } from '../../verify/conformance.ts';
import type { Divergence } from '../../verify/divergence.ts';
import { style } from './page-style.ts';
import { words } from '../../verify/show-report.ts';
import type { ChapterVerdict, ClauseResult, ScenarioVerdict } from '../../verify/verdict.ts';

export const marks: Readonly<Record<ClauseResult, string>> = {
  fails: '✗',
  'not-run': '!',
  known: '~',
  partly: '◐',
  unsupported: '○',
  holds: '✓',
  'not-asked': '–',
};

const asked = ({ clauses }: ChapterVerdict) => clauses.filter(({ result }) => result !== 'not-asked');
const anchor = ({ place }: ScenarioVerdict): string => place.replace(/[^\w]+/g, '-');

export function conformancePage(report: ConformanceReport): string {
  const { certificate, chapters, counts, scenarios, faults } = report;
  const { name, version } = certificate.implementation;
  const told = scenarios.filter(({ result }) => result === 'failed' || result === 'known');
  const notRun = scenarios.filter(({ result }) => result === 'not-run');
  const tone = counts.failed + counts['not-run'] > 0 ? 'fails' : certificate.conforms ? 'holds' : 'partly';
  const all = chapters.flatMap(asked);
  const holding = all.filter(({ result }) => result === 'holds').length;
  return document({
    title: `${name} ${version} against the specification`,
    styles: [style],
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
          {notRun.length > 0 && `, ${String(notRun.length)} were ${notRun[0]?.why ?? ''}`}.
        </p>
        <Facts report={report} />
        <h2>Clause by clause</h2>
        <Legend />
        <Chapters chapters={chapters} told={told} />
        {told.length > 0 && <h2>Where it goes apart</h2>}
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
  const facts: readonly [string, string][] = [
    ['Implementation', `${implementation.name} ${implementation.version}, in ${implementation.language}`],
    ['Arithmetic', `${arithmetic.stated}, judged as ${arithmetic.judged} to within ${arithmetic.tolerance}`],
    ['Capabilities', capabilities.join(', ')],
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
              {asked(chapter).map(({ id, title, result }) => {
                const failure = first(id);
                const text = `${marks[result]} ${id}`;
                return (
                  <li key={id} class={`chip ${result}`} title={`${title}: ${words[result]}`}>
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
        {result === 'known' && `; known: ${why}`}
      </p>
      {divergence !== null && <Apart divergence={divergence} />}
    </section>
  );
}

function Apart({ divergence }: { divergence: Divergence }) {
  const { step, operation, about, expected, got, message, answer, before } = divergence;
  return (
    <>
      <dl class="apart">
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

/** @jsxRuntime automatic @jsxImportSource preact */
/** The page of claims: each file as prose, the verdict beside each statement, its interval as a picture. CLM-03. */
import type { ClaimScenario } from '../../study/claims/read.ts';
import type { JudgedFile } from '../../study/claims/run.ts';
import type { Judged } from '../../study/claims/verdict.ts';
import { foundSays, tallySays } from '../../study/claims/words.ts';
import { setupSays } from '../../sweep/setup.ts';
import { document } from '../page.tsx';
import { capitalised } from '../specification/words.ts';
import { Interval } from './interval.tsx';

const style = `
.claim { display: grid; grid-template-columns: 8rem 1fr 230px; gap: 0.3rem 1rem; align-items: start; padding-block: 0.7rem; border-block-start: 1px solid var(--line); }
.claim p { margin: 0; }
.verdict { font-weight: 600; }
.verdict.supported, .interval.supported { --tone: var(--good); }
.verdict.contradicted, .interval.contradicted { --tone: var(--bad); }
.verdict.undecided, .interval.undecided { --tone: var(--warn); }
.verdict { color: var(--tone); }
.interval .claimed { fill: var(--tone); opacity: 0.16; }
.interval text { fill: var(--ink-2); font-size: 12px; }
.interval .border { stroke: var(--ink-2); stroke-dasharray: 3 3; stroke-width: 1.5; }
.interval .bounds { stroke: var(--tone); stroke-width: 3; }
.interval circle { fill: var(--tone); }
.prose { white-space: pre-line; }
@media (max-width: 45rem) { .claim { grid-template-columns: 1fr; } }
`;

export function claimsPage(files: readonly JudgedFile[]): string {
  const body = (
    <main>
      <h1>Claims</h1>
      <p>
        <strong>{tallySays(files)}</strong>
      </p>
      <p class="quiet">
        One-sided t tests on paired seeds against the border of each statement, in both directions, corrected
        by Holm at 5 % over all statements of a file. In brackets the Bonferroni bounds. In the pictures the
        dot is the estimate, the bar ends at the bounds, a dashed line is a border, and what is shaded is
        claimed.
      </p>
      {files.map((file) => (
        <File key={file.claims.file} file={file} />
      ))}
    </main>
  );
  return document({ title: 'Claims', styles: [style], body });
}

const File = ({ file: { claims, judged } }: { readonly file: JudgedFile }) => {
  const { title, description, scenarios } = claims.written;
  return (
    <section>
      <h2>{title === '' ? claims.file : title}</h2>
      <p class="quiet">{claims.file}</p>
      <Prose text={description} />
      {scenarios.map((scenario, i) => {
        const own = statementsIn(scenario, judged);
        const before = scenarios.slice(0, i).flatMap((one) => statementsIn(one, judged));
        return <Scenario key={scenario.place.line} scenario={scenario} judged={own} before={before} />;
      })}
    </section>
  );
};

const Prose = ({ text }: { readonly text: string }) =>
  text.trim() === '' ? null : <p class="prose">{text.trim().replace(/^\s+/gm, '')}</p>;

const statementsIn = ({ steps }: ClaimScenario, judged: readonly Judged[]): Judged[] =>
  judged.filter(({ statement }) => steps.includes(statement.step));

interface Shown {
  readonly scenario: ClaimScenario;
  readonly judged: readonly Judged[];
  /** Of the scenarios above it: an experiment is described once. */
  readonly before: readonly Judged[];
}

const Scenario = ({ scenario, judged, before }: Shown) => {
  const experiment = judged[0]?.statement.experiment;
  const isKnown = before.some(({ statement }) => statement.experiment.id === experiment?.id);
  const given = scenario.steps.filter(({ role }) => role === 'experiment');
  return (
    <section>
      <h3>{scenario.name}</h3>
      {given.map(({ text, rows }) => (
        <p key={text}>
          Given {text}
          {rows.length === 0
            ? ''
            : ` ${rows.map((cells) => cells.map((cell) => cell.text).join(': ')).join('; ')}`}
          .
        </p>
      ))}
      {experiment === undefined || isKnown ? null : <p class="quiet">{setupSays(experiment.sweep)}</p>}
      {judged.map((one) => (
        <Claim key={one.statement.step.text} judged={one} />
      ))}
    </section>
  );
};

const Claim = ({ judged }: { readonly judged: Judged }) => (
  <div class="claim">
    <p class={`verdict ${judged.verdict}`}>{judged.verdict}</p>
    <div>
      <p>{sentence(judged.statement.step.text)}</p>
      <p class="quiet">{sentence(foundSays(judged))}</p>
    </div>
    <Interval judged={judged} />
  </div>
);

const sentence = (text: string): string => `${capitalised(text)}.`;

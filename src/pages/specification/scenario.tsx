/** @jsxRuntime automatic @jsxImportSource preact */
/** A scenario as sentences, with what was answered beside what was specified. */
import { World } from './accounts.tsx';
import { ExamplesTable, PlainTable, StepTable } from './cells.tsx';
import type { FailureView, ScenarioView, StepView } from './model.ts';
import { capitalised } from './words.ts';

export function Scenario({ scenario, storyHref }: { scenario: ScenarioView; storyHref: string | null }) {
  const { name, rule, file, line, standing, why, steps, description, examples, failures } = scenario;
  const background = steps.filter((step) => step.background);
  const own = steps.filter((step) => !step.background);
  return (
    <article class={`scenario ${standing}`} id={scenario.key} tabIndex={-1}>
      <header>
        <h4>{capitalised(name)}</h4>
        <p class="quiet">
          {standing === 'counts' ? '✓ ran and held' : `✗ ${why}`} · {rule === '' ? scenario.feature : rule} ·{' '}
          <code>
            {file}:{line}
          </code>
          {storyHref === null ? null : (
            <>
              {' '}
              · <a href={storyHref}>see it step by step</a>
            </>
          )}
        </p>
      </header>
      {description === '' ? null : description.split('\n').map((text) => <p key={text}>{text}</p>)}
      <Failures failures={failures} />
      {background.length === 0 ? null : <Steps steps={background} label="To begin with" />}
      <Steps steps={own} label="" />
      {examples === null ? null : <ExamplesTable {...examples} />}
      <BeforeAndAfter steps={steps} />
    </article>
  );
}

function Steps({ steps, label }: { steps: readonly StepView[]; label: string }) {
  return (
    <>
      {label === '' ? null : <p class="label">{label}</p>}
      <ol class="steps">
        {steps.map((step, i) => (
          <Step key={i} step={step} />
        ))}
      </ol>
    </>
  );
}

const failed = ({ status }: StepView): boolean => !['passed', 'skipped', ''].includes(status);

export function Step({ step }: { step: StepView }) {
  const { keyword, text, table, doc, answered } = step;
  return (
    <li class={failed(step) ? 'failed' : step.status === 'skipped' ? 'skipped' : ''}>
      <span class="keyword">{keyword}</span> {text}
      {failed(step) ? <strong> ✗ {step.status}</strong> : null}
      {step.status === 'skipped' ? <em> (not reached)</em> : null}
      {table === null ? null : answered === null ? (
        <PlainTable table={table} />
      ) : (
        <StepTable table={table} answered={answered} />
      )}
      {doc === null ? null : <pre tabIndex={0}>{doc}</pre>}
    </li>
  );
}

export function Failures({ failures }: { failures: readonly FailureView[] }) {
  return (
    <>
      {failures.map((failure) => (
        <Failure key={`${String(failure.line)} ${failure.step}`} {...failure} />
      ))}
    </>
  );
}

export function Failure({ step, said, violation, command }: FailureView) {
  return (
    <div class="failure">
      <p>
        <strong>It broke at:</strong> {step}
      </p>
      {violation === null ? (
        <pre tabIndex={0}>{said}</pre>
      ) : (
        <dl>
          <dt>Event</dt>
          <dd>
            run {violation.run}, period {violation.period}, event {violation.event}
            {violation.parties === '' ? '' : `, between ${violation.parties}`}
          </dd>
          <dt>Identity</dt>
          <dd>
            {violation.identity} {violation.what}
          </dd>
          <dt>Its two sides</dt>
          <dd>
            <b>{violation.left}</b> ≠ <b>{violation.right}</b>
          </dd>
        </dl>
      )}
      <p>Repeat it with</p>
      <pre tabIndex={0}>{command}</pre>
    </div>
  );
}

/** Balance sheets at the end, with what was at the beginning; and each ladder as it stands at the end. */
function BeforeAndAfter({ steps }: { steps: readonly StepView[] }) {
  const frames = steps.flatMap((step) => step.frames);
  const [first, last] = [frames[0], frames.at(-1)];
  if (first === undefined || last === undefined || last.parties.length === 0) return null;
  const moved = frames.length > 1;
  return (
    <details class="pictures">
      <summary>{moved ? 'Balance sheets, before and after' : 'Balance sheets'}</summary>
      <World frame={last} before={moved ? first : null} />
    </details>
  );
}

/** @jsxRuntime automatic @jsxImportSource preact */
/** Try it: an example with its numbers in fields, answered by the core in the page. Loaded when somebody asks for it. */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ScenarioView } from '../specification/model.ts';
import { gherkinOf, partsOf, stepsOf, type TriedStep } from './example.ts';
import { trySteps, type Tried } from './steps.ts';

function TryIt({ scenario }: { readonly scenario: ScenarioView }) {
  const [steps, setSteps] = useState(() => stepsOf(scenario));
  const [tried, setTried] = useState<readonly Tried[]>([]);
  useEffect(() => {
    let isLatest = true;
    void trySteps(steps, scenario.clauses).then((answers) => {
      if (isLatest) setTried(answers);
    });
    return () => {
      isLatest = false;
    };
  }, [steps]);
  const change = (place: number, step: TriedStep): void => {
    setSteps((now) => now.map((own, i) => (i === place ? step : own)));
  };
  const isChanged = JSON.stringify(steps) !== JSON.stringify(stepsOf(scenario));
  return (
    <section class="try" aria-label="the example with its numbers to change">
      <p class="try-verdict" role="status">
        {verdictOf(tried, scenario.clauses)}
      </p>
      <ol class="steps">
        {steps.map((step, i) => (
          <StepFields
            key={i}
            step={step}
            tried={tried[i]}
            onChange={(next) => {
              change(i, next);
            }}
          />
        ))}
      </ol>
      <button
        type="button"
        disabled={!isChanged}
        onClick={() => {
          setSteps(stepsOf(scenario));
        }}
      >
        As the specification has it
      </button>
      <h4>The scenario as Gherkin</h4>
      <pre tabIndex={0} aria-label="the scenario as Gherkin">
        {gherkinOf(scenario, steps)}
      </pre>
    </section>
  );
}

function verdictOf(tried: readonly Tried[], clauses: readonly string[]): string {
  const differing = tried.filter(({ standing }) => standing === 'differs').length;
  const failed = tried.find(({ standing }) => standing === 'fails');
  const by = (ids: readonly string[]): string => (ids.length === 0 ? '' : `, by ${ids.join(', ')}`);
  if (failed !== undefined) return `A step cannot be taken: ${failed.says.map(({ text }) => text).join(' ')}`;
  const broken = tried.flatMap(({ standing, says }) => (standing === 'differs' ? says : []));
  if (differing === 0) return `Every expectation holds${by(clauses)}.`;
  const meant = [...new Set(broken.flatMap((said) => said.clauses))];
  return `${String(broken.length)} ${broken.length === 1 ? 'expectation holds' : 'expectations hold'} no longer${by(meant)}.`;
}

interface StepParts {
  readonly step: TriedStep;
  readonly tried: Tried | undefined;
  readonly onChange: (step: TriedStep) => void;
}

function StepFields({ step, tried, onChange }: StepParts) {
  const { keyword, text, table } = step;
  const parts = partsOf(text);
  const standing = tried?.standing ?? 'holds';
  return (
    <li class={`try-step try-${standing.replace(' ', '-')}`}>
      <b>{keyword}</b>{' '}
      {parts.map((part, i) =>
        i % 2 === 0 ? (
          part
        ) : (
          <Field
            key={i}
            name={`number in: ${text}`}
            value={part}
            onValue={(value) => {
              onChange({ ...step, text: parts.map((own, j) => (j === i ? value : own)).join('') });
            }}
          />
        ),
      )}
      {table === null ? null : (
        <div class="scroll" role="region" aria-label={`table of: ${text}`} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {(table[0] ?? []).map((name, i) => (
                  <th key={i} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.slice(1).map((row, y) => (
                <tr key={y}>
                  {row.map((cell, x) => (
                    <td key={x}>
                      <Field
                        name={`${table[0]?.[x] ?? 'cell'}, row ${String(y + 1)}`}
                        value={cell}
                        onValue={(value) => {
                          const cells = table.map((own, i) =>
                            i === y + 1 ? own.map((old, j) => (j === x ? value : old)) : own,
                          );
                          onChange({ ...step, table: cells });
                        }}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {standing === 'holds' ? null : (
        <ul class="try-says">
          {tried?.says.map(({ text: says, clauses }) => (
            <li key={says}>
              {says}
              {clauses.length === 0 ? null : <span class="try-clauses"> ({clauses.join(', ')})</span>}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

interface FieldParts {
  readonly name: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

const Field = ({ name, value, onValue }: FieldParts) => (
  <input
    class="try-field"
    aria-label={name}
    value={value}
    size={Math.max(value.length, 2)}
    onInput={({ currentTarget }) => {
      onValue(currentTarget.value);
    }}
  />
);

const table = ((globalThis as { ringspec?: Record<string, unknown> }).ringspec ??= {});
table['tryIt'] = (home: HTMLElement, scenario: ScenarioView): void => {
  render(<TryIt key={scenario.key} scenario={scenario} />, home);
};

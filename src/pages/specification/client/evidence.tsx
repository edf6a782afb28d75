/** @jsxRuntime automatic @jsxImportSource preact */
/** Opens clauses to their evidence, and lands deep links: `#KER-08`, `#KER-08/02-capacity-14`. */
import { render } from 'preact';
import { LISTINGS, type CodeView, type ScenarioView } from '../model.ts';
import { Scenario } from '../scenario.tsx';
import { storyOf } from '../stories.ts';
import { clauseAddress } from '../places.ts';
import { some } from '../words.ts';
import { codeOf, scenariosOf } from './data.ts';

export function wireEvidence(): void {
  for (const door of document.querySelectorAll<HTMLDetailsElement>('details.evidence')) {
    door.addEventListener('toggle', () => {
      if (door.open) void open(door);
    });
  }
  addEventListener('hashchange', () => void land());
  void land();
}

const words = (text: string | undefined): string[] => (text ?? '').split(' ').filter((word) => word !== '');

/** Failing ones first, then those of the clause's own chapter, then the worked examples. */
function inOrder(scenarios: readonly ScenarioView[], chapter: string): ScenarioView[] {
  const rank = ({ standing, file }: ScenarioView): number =>
    standing === 'failed' ? 0 : file.includes(`/${chapter.toLowerCase()}/`) ? 1 : 2;
  return [...scenarios].sort((a, b) => rank(a) - rank(b));
}

async function open(door: HTMLDetailsElement): Promise<void> {
  const { clause = '', groups, code } = door.dataset;
  const place = door.querySelector<HTMLElement>('.opened');
  if (place === null || place.dataset['done'] !== undefined) return;
  place.dataset['done'] = '';
  place.textContent = 'Loading …';
  try {
    const lists = await Promise.all(words(groups).map(scenariosOf));
    const listings = code === undefined || code === '' ? {} : await codeOf(code);
    const scenarios = lists.flat().filter(({ clauses }) => clauses.includes(clause));
    const chapter = clause.slice(0, clause.indexOf('-'));
    place.textContent = '';
    render(
      <Opened clause={clause} scenarios={inOrder(scenarios, chapter)} code={listings[clause] ?? []} />,
      place,
    );
  } catch (error) {
    place.textContent = error instanceof Error ? error.message : String(error);
  }
}

interface OpenedProps {
  readonly clause: string;
  readonly scenarios: readonly ScenarioView[];
  readonly code: readonly CodeView[];
}

function Opened({ clause, scenarios, code }: OpenedProps) {
  return (
    <>
      {scenarios.map((scenario) => {
        const story = scenario.examples === null ? storyOf(scenario) : null;
        const href = story === null ? null : `examples.html#${story}/${scenario.key}`;
        return <Scenario key={scenario.key} scenario={scenario} storyHref={href} />;
      })}
      {code.length === 0 ? null : (
        <section class="code" aria-label={`the source of ${clause}`}>
          <h4>In the source</h4>
          {code.slice(0, LISTINGS).map((view) => (
            <Listing key={`${view.file}:${String(view.line)}`} view={view} />
          ))}
          {code.length <= LISTINGS ? null : (
            <p class="quiet">
              and in {some(code.length - LISTINGS, 'other place')}:{' '}
              {code.slice(LISTINGS).map(({ file, line, name }) => (
                <span key={`${file}:${String(line)}`}>
                  <code>{name}</code> ({file}:{line}){' '}
                </span>
              ))}
            </p>
          )}
        </section>
      )}
    </>
  );
}

const Listing = ({ view }: { view: CodeView }) => (
  <details>
    <summary>
      <code>{view.name}</code> {view.file}:{view.line}
    </summary>
    <pre tabIndex={0}>{view.text}</pre>
  </details>
);

/**
 * Goes where the address says; a scenario of a clause is opened first. A clause that stands on the page of another
 * chapter is looked up there, so that addresses of the time of one long page still lead to it.
 */
async function land(): Promise<void> {
  const [clause = '', scenario] = decodeURIComponent(location.hash.slice(1)).split('/');
  const isElsewhere = clause !== '' && document.getElementById(clause) === null;
  if (isElsewhere && document.querySelector(`.glance a[href$="#${CSS.escape(clause)}"]`) !== null) {
    location.replace(clauseAddress(clause, scenario));
    return;
  }
  if (scenario === undefined) return;
  const door = document.querySelector<HTMLDetailsElement>(
    `details.evidence[data-clause="${CSS.escape(clause)}"]`,
  );
  if (door === null) return;
  door.open = true;
  await open(door);
  const target = [...door.querySelectorAll<HTMLElement>('.scenario')].find(({ id }) => id === scenario);
  target?.scrollIntoView();
  target?.focus({ preventScroll: true });
}

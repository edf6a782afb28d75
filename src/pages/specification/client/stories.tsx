/** @jsxRuntime automatic @jsxImportSource preact */
/** Worked examples as stories: `#EX-04/key/2` is the third step of a scene. */
import { render } from 'preact';
import { World } from '../accounts.tsx';
import { Failures, Step } from '../scenario.tsx';
import { beatsOf, type Beat } from '../story.ts';
import type { StoryEntry } from '../stories.ts';
import type { ScenarioView, StepView } from '../model.ts';
import { capitalised } from '../words.ts';
import { useRef, useState } from 'preact/hooks';
import { index, scenariosOf, tryProgram } from './data.ts';

interface Place {
  readonly story: StoryEntry;
  readonly scene: number;
  readonly beat: number;
}

const hrefOf = ({ story, scene, beat }: Place): string =>
  `#${story.id}/${story.scenes[scene]?.key ?? ''}/${String(beat)}`;

export function wireStories(): void {
  const root = document.querySelector<HTMLElement>('#story');
  if (root === null || index().stories.length === 0) return;
  const show = (): void => {
    void turnTo(root).catch((error: unknown) => {
      root.textContent = error instanceof Error ? error.message : String(error);
    });
  };
  addEventListener('hashchange', show);
  document.addEventListener('keydown', (event) => {
    if (event.target instanceof HTMLInputElement || event.altKey || event.ctrlKey || event.metaKey) return;
    const rel = { ArrowRight: 'next', ArrowLeft: 'prev' }[event.key];
    const link = rel === undefined ? null : root.querySelector<HTMLAnchorElement>(`a[rel=${rel}]`);
    if (link === null) return;
    event.preventDefault();
    location.hash = link.hash;
  });
  show();
}

async function turnTo(root: HTMLElement): Promise<void> {
  const { stories } = index();
  const hash = location.hash;
  const [id, key, beat = '0'] = decodeURIComponent(hash.slice(1)).split('/');
  const story = stories.find((one) => one.id === id) ?? stories[0];
  if (story === undefined) return;
  const scene = Math.max(
    0,
    story.scenes.findIndex((one) => one.key === key),
  );
  const scenes = await Promise.all(
    story.scenes.map(async (entry) => (await scenariosOf(entry.group)).find((one) => one.key === entry.key)),
  );
  if (location.hash !== hash) return;
  const scenario = scenes[scene];
  if (scenario === undefined) throw new Error(`the scenes of ${story.id} are missing`);
  // what stands there until the program has something to show
  if (root.querySelector('.scene') === null) root.replaceChildren();
  const counts = scenes.map((one) => (one === undefined ? 1 : beatsOf(one).length));
  const at = { story, scene, beat: Math.min(Number(beat) || 0, (counts[scene] ?? 1) - 1) };
  render(<StoryPage at={at} counts={counts} scenario={scenario} />, root);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.contents a')) {
    if (link.hash === `#${story.id}`) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

function neighbour({ story, scene, beat }: Place, counts: readonly number[], by: 1 | -1): Place | null {
  const within = beat + by;
  if (within >= 0 && within < (counts[scene] ?? 0)) return { story, scene, beat: within };
  const other = counts[scene + by];
  if (other !== undefined) return { story, scene: scene + by, beat: by > 0 ? 0 : other - 1 };
  const { stories } = index();
  const next = stories[stories.indexOf(story) + by];
  return next === undefined
    ? null
    : { story: next, scene: by > 0 ? 0 : next.scenes.length - 1, beat: by > 0 ? 0 : 999 };
}

interface StoryProps {
  readonly at: Place;
  readonly counts: readonly number[];
  readonly scenario: ScenarioView;
}

function StoryPage({ at, counts, scenario }: StoryProps) {
  const { story, scene, beat } = at;
  const beats = beatsOf(scenario);
  const told = beats[beat];
  return (
    <>
      <h2>
        <span class="id">{story.id}</span> {capitalised(story.title)}
      </h2>
      {story.about === '' ? null : <p>{story.about}</p>}
      {story.scenes.length === 1 ? null : (
        <ol class="scenes">
          {story.scenes.map(({ key, name }, i) => (
            <li key={key}>
              <a href={hrefOf({ story, scene: i, beat: 0 })} aria-current={i === scene ? 'step' : undefined}>
                {capitalised(name)}
              </a>
            </li>
          ))}
        </ol>
      )}
      <section class="scene" aria-labelledby="scene">
        <h3 id="scene">{capitalised(scenario.name)}</h3>
        {scenario.description === '' ? null : <p>{scenario.description}</p>}
        <Turn at={at} counts={counts} of={beats.length} />
        {told === undefined ? null : <BeatView beat={told} isFirst={beat === 0} />}
        <Failures failures={scenario.failures} />
        <Try key={scenario.key} scenario={scenario} />
        <p class="quiet">
          Shows{' '}
          {scenario.clauses.map((id) => (
            <a key={id} class="ref" href={`index.html#${id}`}>
              {id}
            </a>
          ))}{' '}
          ·{' '}
          <code>
            {scenario.file}:{scenario.line}
          </code>
        </p>
      </section>
    </>
  );
}

/** The example with its numbers to change, in a program that is loaded when it is asked for. */
function Try({ scenario }: { readonly scenario: ScenarioView }) {
  const home = useRef<HTMLDivElement>(null);
  const [says, setSays] = useState<string | null>('Try it: change the numbers');
  const start = async (): Promise<void> => {
    setSays('The core is loaded …');
    try {
      const tryIt = await tryProgram();
      if (home.current !== null) tryIt(home.current, scenario);
      setSays(null);
    } catch (error) {
      setSays(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div class="no-print">
      {says === null ? null : (
        <p>
          <button type="button" class="try-start" onClick={() => void start()}>
            {says}
          </button>
        </p>
      )}
      <div ref={home} />
    </div>
  );
}

function Turn({ at, counts, of }: Pick<StoryProps, 'at' | 'counts'> & { of: number }) {
  const back = neighbour(at, counts, -1);
  const next = neighbour(at, counts, 1);
  return (
    <nav class="turn no-print" aria-label="Steps">
      {back === null ? (
        <span />
      ) : (
        <a rel="prev" class="button" href={hrefOf(back)}>
          ← Back
        </a>
      )}
      <span>
        Step {at.beat + 1} of {of}
      </span>
      {next === null ? (
        <span />
      ) : (
        <a rel="next" class="button" href={hrefOf(next)}>
          {next.story === at.story ? 'Next' : `Next: ${next.story.id}`} →
        </a>
      )}
    </nav>
  );
}

/** The accounts below say what the table of balance sheets says. */
const withoutSheets = (step: StepView): StepView =>
  step.table?.[0]?.[0] === 'entity' ? { ...step, table: null } : step;

function BeatView({ beat, isFirst }: { beat: Beat; isFirst: boolean }) {
  const { says, outcome, frame, before, checks } = beat;
  return (
    <>
      <p class="label">{isFirst ? 'To begin with' : 'Then this happens'}</p>
      <ol class="steps">
        {says.map((step, i) => (
          <Step key={i} step={isFirst && frame !== null ? withoutSheets(step) : step} />
        ))}
      </ol>
      {outcome === '' ? null : <p class="outcome">{outcome}</p>}
      {frame === null ? null : <World frame={frame} before={isFirst ? null : before} />}
      {checks.length === 0 ? null : (
        <>
          <p class="label">What is expected now, and what was answered</p>
          <ol class="steps">
            {checks.map((step, i) => (
              <Step key={i} step={step} />
            ))}
          </ol>
        </>
      )}
    </>
  );
}

/** Data beside the page, loaded when somebody asks for it: a page at file:// may not fetch, but may add a script. */
import type { GlossaryEntry } from '../specification.ts';
import type { StoryEntry } from '../stories.ts';
import type { CodeView, ScenarioView, SearchEntry } from '../model.ts';

/** Always there: small. */
interface Index {
  readonly glossary: readonly GlossaryEntry[];
  readonly stories: readonly StoryEntry[];
}

type Table = Record<string, unknown>;

const table = (): Table => ((globalThis as { ringspec?: Table }).ringspec ??= {});

export const index = (): Index => table()['index'] as Index;

const asked = new Map<string, Promise<void>>();

function load(name: string): Promise<void> {
  const before = asked.get(name);
  if (before !== undefined) return before;
  const now = new Promise<void>((done, fail) => {
    const script = document.createElement('script');
    script.src = `data/${name}.js`;
    script.onload = () => {
      done();
    };
    script.onerror = () => {
      fail(new Error(`data/${name}.js is missing beside this page`));
    };
    document.head.append(script);
  });
  asked.set(name, now);
  return now;
}

async function getAs<T>(file: string, name: string): Promise<T> {
  if (table()[name] === undefined) await load(file);
  return table()[name] as T;
}
const get = <T>(name: string): Promise<T> => getAs(name, name);

/** The program that tries an example. */
export const tryProgram = (): Promise<(home: HTMLElement, scenario: ScenarioView) => void> =>
  getAs('try', 'tryIt');

export const scenariosOf = (group: string): Promise<readonly ScenarioView[]> => get(`suite-${group}`);
export const codeOf = (chapter: string): Promise<Readonly<Record<string, readonly CodeView[]>>> =>
  get(`code-${chapter}`);
export const searchEntries = (): Promise<readonly SearchEntry[]> => get('search');

/** Which scenarios are worked examples: those with a label such as EX-04 or EVENT-08. */
import type { ScenarioView } from './model.ts';
import type { Suite } from './suite.ts';

export interface StoryEntry {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly scenes: readonly { readonly group: string; readonly key: string; readonly name: string }[];
}

const isStory = (label: string): boolean => /^(EX|EVENT)-\d+$/.test(label);

/** The example that a scenario belongs to, if it belongs to one and stands in a file of its own kind. */
export const storyOf = ({ labels, file }: ScenarioView): string | null =>
  labels.find((label) => isStory(label) && file.toLowerCase().includes(label.toLowerCase())) ?? null;

/** Worked examples first, then the events, each in the order of its number. */
export function listStories(suite: Suite): readonly StoryEntry[] {
  const found = new Map<string, { title: string; about: string; scenes: StoryEntry['scenes'][number][] }>();
  for (const [group, scenarios] of suite) {
    for (const scenario of scenarios) {
      const id = storyOf(scenario);
      if (id === null || scenario.examples !== null) continue;
      const story = found.get(id) ?? {
        title: titleOf(scenario.feature, id),
        about: scenario.about,
        scenes: [],
      };
      story.scenes.push({ group, key: scenario.key, name: scenario.name });
      found.set(id, story);
    }
  }
  return [...found]
    .map(([id, story]) => ({ id, ...story }))
    .sort((a, b) => Number(a.id.startsWith('EV')) - Number(b.id.startsWith('EV')) || (a.id < b.id ? -1 : 1));
}

const titleOf = (feature: string, id: string): string => feature.replace(new RegExp(`^${id}\\s*`), '');

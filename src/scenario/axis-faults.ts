/** What is wrong with axes whose values are each as they should be. EXP-01, CFG-03. */
import { pathText, type Path } from '../files/faults.ts';
import { axisText, shorthands, valueAt, withSettings } from './axes.ts';
import { inconsistencies, type Inconsistency } from './consistency.ts';
import { gridPoints, MOST_PAIRS, pointCount, scenarioAt } from './grid.ts';
import type { FilledSweep } from './sweep.ts';

/** One thing given twice: a list of the sources, and the same key as an axis. */
export const twiceFaults = ({ twice }: FilledSweep): Inconsistency[] =>
  twice.map((key) => {
    const list = `sweep.${shorthands[key]}`;
    const path = ['sweep', 'axes', key];
    return {
      path,
      because: [list, pathText(path)],
      found: `${key} beside ${list}`,
      allowed: 'one of the two',
    };
  });

/** What no point can bring right, and then what is wrong at the points of the rest. */
export function axisFaults(sweep: FilledSweep): Inconsistency[] {
  const { axes } = sweep.grid;
  const faults = axes.map((axis) => [...repeated(axis), ...unfit(sweep, axis)]);
  const right = axes.filter((_, i) => faults[i]?.length === 0);
  return [...faults.flat(), ...(right.length === 0 ? [] : atPoints(sweep, right))];
}

type Axis = FilledSweep['grid']['axes'][number];

const fault = (
  path: Path,
  found: string,
  allowed: string,
  because: readonly string[] = [],
): Inconsistency => ({ path: [...path], because: [pathText(path), ...because], found, allowed });

function repeated({ path, values }: Axis): Inconsistency[] {
  return values.flatMap((value, i) =>
    values.indexOf(value) === i
      ? []
      : [fault(['sweep', 'axes', path, i], `${axisText(value)} again`, 'each value once')],
  );
}

/** A bucket that there is, one outside mid, and a key that is used. */
function unfit({ plain }: FilledSweep, { path, values }: Axis): Inconsistency[] {
  const [section, bucket = '', key] = path.split('.');
  const ids = Object.keys(plain.buckets);
  if (section === 'buckets' && !ids.includes(bucket))
    return [fault(['sweep', 'axes', path], `the unknown bucket ${bucket}`, ids.join(', '), ['buckets.*'])];
  if (section === 'buckets' && key === 'M0') {
    const allowed = 'sweep.outside_mid_ratios, for all buckets alike (BAL-06)';
    return [fault(['sweep', 'axes', path], 'one bucket of a balanced run', allowed)];
  }
  return values.flatMap((value, i) =>
    valueAt(withSettings(plain, [{ path, value }]), path) === value
      ? []
      : [
          fault(['sweep', 'axes', path, i], axisText(value), 'a key that this scenario uses', [
            'balance',
            path,
          ]),
        ],
  );
}

/** A fault of the scenario, to tell whether another has it, too. */
export const textOf = ({ path, found }: Inconsistency): string => `${pathText(path)} ${found}`;

/** Faults that are told of the points of one grid. */
const MOST_TOLD = 20;

/** What the scenario of a point would be refused for: told of the value that brings it about, or of the axes together. */
function atPoints({ base, plain, grid }: FilledSweep, axes: readonly Axis[]): Inconsistency[] {
  const own = { ...grid, axes, replicates: 1, seedPerPair: false };
  if (pointCount(own) > MOST_PAIRS) return [];
  const known = inconsistencies(plain).map(textOf);
  const told = new Map<string, Inconsistency>();
  for (const point of gridPoints(own)) {
    const settings = point.settings;
    const found = inconsistencies(scenarioAt({ ...plain, regime: base.regime }, point, 'active'));
    for (const one of found.filter((candidate) => !known.includes(textOf(candidate)))) {
      const cause = settings.find((setting) =>
        inconsistencies(withSettings(plain, [setting])).some((other) => textOf(other) === textOf(one)),
      );
      const because = [pathText(one.path), ...one.because];
      const item = axes.find(({ path }) => path === cause?.path)?.values.indexOf(cause?.value ?? null) ?? 0;
      const says = settings.map(({ path, value }) => `${path} ${axisText(value)}`).join(' with ');
      const fresh =
        cause === undefined
          ? fault(['sweep', 'axes'], `${says}: ${one.found}`, one.allowed, because)
          : fault(
              ['sweep', 'axes', cause.path, item],
              `${axisText(cause.value)}, so ${one.found}`,
              one.allowed,
              because,
            );
      if (cause !== undefined || ![...told.values()].some(({ path }) => path.length === 2))
        told.set(pathText(fresh.path), fresh);
    }
    if (told.size >= MOST_TOLD) break;
  }
  return [...told.values()];
}

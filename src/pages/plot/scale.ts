/** From values to places in a picture, and round values to mark on an axis. */

export interface Scale {
  /** The place of a value, in pixels of the picture. */
  at(value: number): number;
  readonly domain: readonly [number, number];
}

/** A straight scale; a domain without extent is widened, so that its one value stands in the middle. */
export function linear([low, high]: readonly [number, number], [from, to]: readonly [number, number]): Scale {
  const domain = low === high ? ([low - 1, high + 1] as const) : ([low, high] as const);
  const step = (to - from) / (domain[1] - domain[0]);
  return { domain, at: (value) => from + (value - domain[0]) * step };
}

/** Names side by side, each in the middle of its own band. */
export interface Bands {
  at(name: string): number;
  readonly width: number;
  readonly names: readonly string[];
}

export function bands(names: readonly string[], [from, to]: readonly [number, number]): Bands {
  const width = (to - from) / Math.max(1, names.length);
  const places = new Map(names.map((name, i) => [name, from + (i + 0.5) * width]));
  return { names, width, at: (name) => places.get(name) ?? from };
}

/** 1, 2 or 5 times a power of ten, at least as large. */
export function roundStep(least: number): number {
  if (!(least > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  // a rounding below 5 is 5
  const found = [1, 2, 5, 10].find((step) => step * power >= least * (1 - 1e-9)) ?? 10;
  return found * power;
}

/** Round values inside a domain, about as many as asked for and two at least; whole numbers alone where they count things. */
export function ticks([low, high]: readonly [number, number], about = 5, whole = false): number[] {
  const step = roundStep((high - low) / about);
  const used = whole ? Math.max(1, Math.round(step)) : step;
  const first = Math.ceil(low / used - 1e-9);
  const last = Math.floor(high / used + 1e-9);
  if (last <= first && !whole && high > low) return ticks([low, high], 2 * about);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * used);
}

/**
 * A domain that holds all values, and zero where it is asked for. Its ends are round, unless that would leave more
 * room empty than it fills.
 */
export function roundDomain(values: readonly number[], withZero = true, about = 5): [number, number] {
  const all = withZero ? [0, ...values] : values;
  const [low, high] = all.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
  if (low > high) return [0, 1];
  if (low === high) return low === 0 ? [0, 1] : low > 0 ? [withZero ? 0 : low - 1, low + 1] : [low, 0];
  const step = roundStep((high - low) / about);
  const end = (value: number, round: number): number =>
    Math.abs(round - value) > step / 2 ? value + Math.sign(value - round) * -0.02 * step : round;
  return [end(low, Math.floor(low / step + 1e-9) * step), end(high, Math.ceil(high / step - 1e-9) * step)];
}

/** Decimal places that tell neighbouring ticks apart. */
export const placesOf = (values: readonly number[]): number => {
  const steps = values.slice(1).map((value, i) => value - (values[i] ?? 0));
  const least = Math.min(...steps, Infinity);
  return Number.isFinite(least) && least > 0 ? Math.max(0, -Math.floor(Math.log10(least) + 1e-9)) : 0;
};

/** Labels that would cover each other move apart, in their order, within the picture. */
export function spreadLabels(
  places: readonly number[],
  gap: number,
  [top, bottom]: readonly [number, number],
): number[] {
  const order = places.map((_, i) => i).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const moved = [...places];
  let before = top - gap;
  for (const i of order) {
    moved[i] = Math.max(moved[i] ?? 0, before + gap);
    before = moved[i] ?? before;
  }
  let after = bottom + gap;
  for (const i of order.reverse()) {
    moved[i] = Math.min(moved[i] ?? 0, after - gap);
    after = moved[i] ?? after;
  }
  return moved;
}

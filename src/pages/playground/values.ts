/** Values of sliders, as exact decimal strings. */

/** From one number to another, in equal steps. */
export function steps(from: number, to: number, step: number): readonly string[] {
  const count = Math.round((to - from) / step);
  return Array.from({ length: count + 1 }, (_, i) => String(Math.round((from + i * step) * 1000) / 1000));
}

export const amounts = (text: string): readonly string[] => text.split(' ');

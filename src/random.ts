import type { Choices } from './core/order-flow.ts';
export const streams = (_seed: number) => ({ orderFlow: {} });
export const drawnChoices = (_s: object): Choices => ({ more: () => true, prefersSell: () => true, agent: (e) => e.at(0) });

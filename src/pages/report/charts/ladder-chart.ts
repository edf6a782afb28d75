/** A bucket's quotes over its whole ladder. The rows are put in by the page: `quotes` and `now`. KER-08 … KER-10. */
import type { TopLevelSpec } from 'vega-lite';
import { ink, quoteColours, quoteDashes } from './look.ts';

export const ladderSeries = ['outside ask A', 'ask', 'midline p', 'bid', 'outside bid B'] as const;

const shapes = ['stroke', 'triangle-up', 'circle', 'triangle-down', 'stroke'];

export interface LadderRow {
  /** Face inventory x, money. */
  readonly x: number;
  readonly series: (typeof ladderSeries)[number];
  readonly price: number;
  readonly label: string;
}

export const ladderChart: TopLevelSpec = {
  width: 640,
  height: 320,
  autosize: { type: 'fit', contains: 'padding' },
  layer: [
    {
      data: { name: 'now', values: [] },
      mark: { type: 'rule', color: ink.green, strokeWidth: 2 },
      encoding: { x: { field: 'x', type: 'quantitative' }, description: { field: 'label' } },
    },
    {
      data: { name: 'quotes', values: [] },
      mark: { type: 'line', aria: false, strokeWidth: 1.6 },
      encoding: {
        x: {
          field: 'x',
          type: 'quantitative',
          title: 'inventory x, face',
          scale: { nice: false, zero: true },
          axis: { labelFlush: false, labelOverlap: true },
        },
        y: { field: 'price', type: 'quantitative', title: 'money per ticket', scale: { zero: false } },
        color: {
          field: 'series',
          type: 'nominal',
          scale: { domain: [...ladderSeries], range: quoteColours },
          title: null,
        },
        strokeDash: {
          field: 'series',
          type: 'nominal',
          scale: { domain: [...ladderSeries], range: quoteDashes },
          title: null,
        },
      },
    },
    {
      data: { name: 'quotes', values: [] },
      mark: { type: 'point', filled: true, size: 36, opacity: 1 },
      encoding: {
        x: { field: 'x', type: 'quantitative' },
        y: { field: 'price', type: 'quantitative' },
        color: {
          field: 'series',
          type: 'nominal',
          scale: { domain: [...ladderSeries], range: quoteColours },
          title: null,
        },
        shape: {
          field: 'series',
          type: 'nominal',
          scale: { domain: [...ladderSeries], range: shapes },
          title: null,
        },
        description: { field: 'label' },
      },
    },
    {
      data: { name: 'pins', values: [] },
      mark: {
        type: 'point',
        shape: 'diamond',
        size: 130,
        stroke: ink.purple,
        strokeWidth: 2,
        filled: false,
        opacity: 1,
      },
      encoding: {
        x: { field: 'x', type: 'quantitative' },
        y: { field: 'price', type: 'quantitative' },
        description: { field: 'label' },
      },
    },
  ],
};

/** @jsxRuntime automatic @jsxImportSource preact */
/** Histories as a reader picks and reads them: on the server the first of each kind, in the browser any. */
import { Choice } from '../choice.tsx';
import type { History, Sentence } from './histories.ts';
import type { Part } from './sentence.ts';

const addresses = { t: 'trader', k: 'ticket' } as const;
export type HistoryKind = keyof typeof addresses;
export const historyWord = (kind: HistoryKind): string => addresses[kind];
export const historyAddress = (kind: HistoryKind, id: string): string =>
  `#${addresses[kind]}=${encodeURIComponent(id)}`;

const Piece = ({ part }: { readonly part: Part }) =>
  typeof part === 'string' ? <>{part}</> : <a href={historyAddress(part[0], part[1])}>{part[1]}</a>;

export const HistoryList = ({ sentences }: { readonly sentences: readonly Sentence[] }) => (
  <ol class="history">
    {sentences.map(({ day, parts }, i) => (
      <li key={i}>
        <span class="day">day {day}:</span>
        <span>
          {parts.map((part, j) => (
            <Piece key={j} part={part} />
          ))}
          .
        </span>
      </li>
    ))}
  </ol>
);

interface HistoryChoice {
  readonly kind: HistoryKind;
  readonly histories: readonly History[];
  readonly chosen: History | undefined;
  readonly sentences: readonly Sentence[];
  readonly onPick?: (id: string) => void;
}

/** The histories under the headings of what they are remembered for. */
export function HistoryPicker({ kind, histories, chosen, sentences, onPick }: HistoryChoice) {
  const word = addresses[kind];
  if (chosen === undefined) return <p>There is no {word}.</p>;
  return (
    <section id={`history-of-${word}`}>
      <h3>
        The history of {word} {chosen.id}
      </h3>
      <Choice
        label={`Pick a ${word}: `}
        chosen={chosen.id}
        options={histories.map(({ id, fate }) => [id, id, fate])}
        {...(onPick === undefined ? {} : { onChoose: onPick })}
      />
      <HistoryList sentences={chosen.told.flatMap((place) => sentences[place] ?? [])} />
    </section>
  );
}

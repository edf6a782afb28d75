/** @jsxRuntime automatic @jsxImportSource preact */
/** Lives as a reader picks and reads them: on the server the first of each kind, in the browser any. */
import type { Life, Sentence } from './lives.ts';
import type { Part } from './sentence.ts';

const addresses = { t: 'trader', k: 'ticket' } as const;
export type LifeKind = keyof typeof addresses;
export const lifeWord = (kind: LifeKind): string => addresses[kind];
export const lifeAddress = (kind: LifeKind, id: string): string =>
  `#${addresses[kind]}=${encodeURIComponent(id)}`;

const Piece = ({ part }: { readonly part: Part }) =>
  typeof part === 'string' ? <>{part}</> : <a href={lifeAddress(part[0], part[1])}>{part[1]}</a>;

export const LifeList = ({ sentences }: { readonly sentences: readonly Sentence[] }) => (
  <ol class="life">
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

interface LifeChoice {
  readonly kind: LifeKind;
  readonly lives: readonly Life[];
  readonly chosen: Life | undefined;
  readonly sentences: readonly Sentence[];
  readonly onPick?: (id: string) => void;
}

/** The lives under the headings of what they are remembered for. */
export function LifePicker({ kind, lives, chosen, sentences, onPick }: LifeChoice) {
  const word = addresses[kind];
  const fates = [...new Set(lives.map(({ fate }) => fate))];
  if (chosen === undefined) return <p>There is no {word}.</p>;
  return (
    <section id={`life-of-${word}`}>
      <h3>
        The life of {word} {chosen.id}
      </h3>
      <label>
        Pick a {word}:{' '}
        <select
          value={chosen.id}
          onChange={(event) => {
            onPick?.(event.currentTarget.value);
          }}
        >
          {fates.map((fate) => (
            <optgroup key={fate} label={fate}>
              {lives
                .filter((life) => life.fate === fate)
                .map(({ id }) => (
                  <option key={id} value={id} selected={id === chosen.id}>
                    {id}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      <LifeList sentences={chosen.told.flatMap((place) => sentences[place] ?? [])} />
    </section>
  );
}

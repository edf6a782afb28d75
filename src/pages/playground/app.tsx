/** @jsxRuntime automatic @jsxImportSource preact */
/** The playground as a whole: settings to the workers, what they answer to the page, all of it to the address. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SweepRegime } from '../../scenario/regimes.ts';
import type { ArmFigures } from '../../sweep/arms.ts';
import { Choice } from '../choice.tsx';
import { useHash } from '../hash.ts';
import { startPlaying } from '../ring/play.ts';
import { RingPlayer } from '../ring/player.tsx';
import { firstShown } from '../ring/summary.ts';
import { Arms } from './arms.tsx';
import { Controls } from './controls.tsx';
import { Files } from './files.tsx';
import type { Question, Reply } from './messages.ts';
import { TwentySeeds } from './seeds.tsx';
import {
  addressOf,
  arms,
  readAddress,
  sweepText,
  usualSettings,
  type ArmName,
  type View,
} from './settings.ts';
import type { Pair, Seeds, Shown } from './work.ts';

/** Asks one worker; replies come to `hear`. */
type Ask = (question: Question) => void;
export interface Workers {
  /** Answers a slider. */
  readonly quick: Ask;
  /** Goes through the seeds. */
  readonly long: Ask;
  hear: (reply: Reply) => void;
}

/** Pictures and seeds wait until a slider rests, in milliseconds. */
const RESTS = 250;

export function App({ workers }: { readonly workers: Workers }) {
  const [address, setAddress] = useState(() => readAddress(location.hash.slice(1)));
  const { set, view, notes } = address;
  const [pair, setPair] = useState<{ text: string; pair: Pair; seed: string } | null>(null);
  const [first, setFirst] = useState<{ text: string; arm: SweepRegime; figures: ArmFigures } | null>(null);
  const [shown, setShown] = useState<{ text: string; shown: Shown } | null>(null);
  const [seeds, setSeeds] = useState<{ text: string; seeds: Seeds } | null>(null);
  const [wrong, setWrong] = useState<{ text: string; says: string } | null>(null);
  const text = useMemo(() => sweepText(set), [set]);

  workers.hear = (reply) => {
    // an answer to an earlier place of a slider that still moves is shown, too
    if (reply.kind === 'arm') setFirst(reply);
    else if (reply.kind === 'pair') setPair({ text: reply.text, pair: reply.pair, seed: seedOf(reply.text) });
    else if (reply.text !== text) return;
    else if (reply.kind === 'wrong') setWrong(reply);
    else if (reply.kind === 'seeds') setSeeds(reply);
    else if (reply.arm === view.arm) setShown(reply);
  };

  useEffect(() => {
    workers.quick({ kind: 'pair', text, arm: view.arm });
    const timer = setTimeout(() => {
      workers.long({ kind: 'seeds', text });
    }, RESTS);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  const isAnswered = pair?.text === text;
  // an arm that failed has no picture
  const canBeDrawn = isAnswered && (pair.pair.arms[view.arm] ?? null) !== null;
  useEffect(() => {
    if (!canBeDrawn) return undefined;
    const timer = setTimeout(
      () => {
        workers.quick({ kind: 'ring', text, arm: view.arm });
      },
      shown?.text === text ? 0 : RESTS,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [canBeDrawn, text, view.arm]);

  useEffect(() => {
    history.replaceState(null, '', `#${addressOf(set, view)}`);
  }, [set, view]);
  useHash(() => {
    setAddress(readAddress(location.hash.slice(1)));
  });

  const look = (change: Partial<View>): void => {
    setAddress((now) => ({ ...now, view: { ...now.view, ...change } }));
  };
  // what has not changed is not drawn again
  const early = first !== null && first.text !== pair?.text ? first : null;
  const armsDrawn = useMemo(
    () =>
      pair === null ? (
        <p>The first run is on its way …</p>
      ) : (
        <Arms pair={pair.pair} seed={pair.seed} early={early} />
      ),
    [pair, early],
  );
  const seedsDrawn = useMemo(() => (seeds === null ? null : <TwentySeeds seeds={seeds.seeds} />), [seeds]);
  const ringDrawn = useMemo(
    () => (shown === null ? null : <Ring shown={shown.shown} view={view} look={look} />),
    [shown, view],
  );
  const filesDrawn = useMemo(() => <Files set={set} arm={view.arm} />, [set, view.arm]);
  return (
    <>
      <Controls
        set={set}
        onSet={(key, value) => {
          setAddress((now) => ({ ...now, notes: [], set: { ...now.set, [key]: value } }));
        }}
        onReset={() => {
          setAddress((now) => ({ ...now, notes: [], set: usualSettings }));
        }}
      />
      <div
        class="results"
        data-begun={String(first?.text === text || wrong?.text === text)}
        data-answered={String(isAnswered || wrong?.text === text)}
      >
        {[...notes, ...(wrong?.text === text ? [wrong.says] : [])].map((line) => (
          <p key={line} class="note" role="alert">
            {line}
          </p>
        ))}
        {armsDrawn}
        {seeds === null ? null : <div class={seeds.text === text ? undefined : 'stale'}>{seedsDrawn}</div>}
        {shown === null ? null : <div class={shown.text === text ? undefined : 'stale'}>{ringDrawn}</div>}
        {filesDrawn}
      </div>
    </>
  );
}

/** The first seed, as the file has it. */
const seedOf = (text: string): string => /^seed: (\d+)$/m.exec(text)?.[1] ?? '';

interface RingParts {
  readonly shown: Shown;
  readonly view: View;
  readonly look: (change: Partial<View>) => void;
}

function Ring({ shown: { ring, histories }, view, look }: RingParts) {
  const stop = useRef<(() => void) | null>(null);
  const [playing, setPlaying] = useState(false);
  const asked = view.day === null ? -1 : ring.days.findIndex(({ day }) => day === view.day);
  const place = asked < 0 ? firstShown(ring) : asked;
  const party = view.trader === null ? -1 : ring.parties.indexOf(view.trader);
  const dayAt = (at: number): number | null => ring.days[at]?.day ?? null;
  const halt = (): void => {
    stop.current?.();
    stop.current = null;
    setPlaying(false);
  };
  // days of another run are not played on
  useEffect(() => halt, [ring]);
  return (
    <section aria-labelledby="ring-title">
      <h2 id="ring-title">The ring</h2>
      <RingPlayer
        history={ring}
        histories={histories}
        place={place}
        chosen={party < 0 ? null : party}
        playing={playing}
        onDay={(at) => {
          look({ day: dayAt(at) });
        }}
        onChoose={(at) => {
          look({ trader: at === null ? null : (ring.parties[at] ?? null) });
        }}
        onPlay={() => {
          if (stop.current !== null) {
            halt();
            return;
          }
          setPlaying(true);
          stop.current = startPlaying(place, ring.days.length, (at, ends) => {
            look({ day: dayAt(at) });
            if (ends) halt();
          });
        }}
      >
        <Choice
          label="arm "
          chosen={view.arm}
          options={arms.map((arm) => [arm, arm])}
          onChoose={(value) => {
            look({ arm: value as ArmName });
          }}
        />
      </RingPlayer>
    </section>
  );
}

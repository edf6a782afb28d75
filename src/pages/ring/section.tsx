/** @jsxRuntime automatic @jsxImportSource preact */
/** The ring's section of a run's page: the day with most defaults as a still picture, which the page's program moves. */
import { MOST_TRADERS, type RingHistory } from './history.ts';
import { RingPlayer } from './player.tsx';
import { firstShown } from './summary.ts';

export const RingSection = ({ ring }: { readonly ring: RingHistory }) => (
  <section id="ring" aria-labelledby="ring-title">
    <h2 id="ring-title">The ring</h2>
    {ring.traders > MOST_TRADERS ? (
      <p>
        The ring has {ring.traders} traders; its picture is drawn for at most {MOST_TRADERS}.
      </p>
    ) : (
      <div id="ring-player">
        <RingPlayer history={ring} histories={null} place={firstShown(ring)} chosen={null} playing={false} />
      </div>
    )}
  </section>
);

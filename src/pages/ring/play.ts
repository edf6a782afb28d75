/** Days that follow one another by themselves. */

/** Milliseconds a day stays. */
const STAYS = 900;

/** Goes on from a day, from the first one where it is the last; returns what stops it. */
export function startPlaying(
  from: number,
  days: number,
  onDay: (place: number, ends: boolean) => void,
): () => void {
  let place = from >= days - 1 ? -1 : from;
  const timer = setInterval(() => {
    place++;
    const ends = place >= days - 1;
    if (ends) clearInterval(timer);
    onDay(place, ends);
  }, STAYS);
  return () => {
    clearInterval(timer);
  };
}

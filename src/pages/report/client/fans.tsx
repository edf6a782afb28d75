/** @jsxRuntime automatic @jsxImportSource preact */
/** The fans of a sweep, one grid point at a time, as it is asked for or by its address. */
import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { FanDay } from '../../../study/analysis/fan-format.ts';
import { fromColumns } from '../columns.ts';
import type { FanData } from '../fan-data.ts';
import { FanFigure, fanAddress, FANS } from '../fan-figures.tsx';

/** The point that an address names, as in `#spread-by-day?point=3`. */
const asked = (): number | null => {
  const [, query] = new RegExp(`^#${FANS}\\?(.*)$`).exec(location.hash) ?? [];
  const point = new URLSearchParams(query ?? '').get('point');
  return point === null ? null : Number(point);
};

function Fans({ fans: { points, days }, first }: { readonly fans: FanData; readonly first: number }) {
  const all = useMemo(() => fromColumns<FanDay>(days), [days]);
  const [chosen, setChosen] = useState(asked() ?? first);
  const at = points.find(({ point }) => point === chosen) ?? points.find(({ point }) => point === first);
  useEffect(() => {
    const follow = (): void => {
      const point = asked();
      if (point === null) return;
      setChosen(point);
      document.getElementById(FANS)?.scrollIntoView();
    };
    follow();
    globalThis.addEventListener('hashchange', follow);
    return () => {
      globalThis.removeEventListener('hashchange', follow);
    };
  }, []);
  if (at === undefined) return null;
  return (
    <>
      {points.length < 2 ? null : (
        <form class="controls no-print" aria-label="Which point is drawn">
          <label>
            grid point
            <select
              name="point"
              value={String(at.point)}
              onChange={({ currentTarget: { value } }) => {
                setChosen(Number(value));
                history.replaceState(null, '', fanAddress(Number(value)));
              }}
            >
              {points.map(({ point, name }) => (
                <option key={point} value={String(point)} selected={point === at.point}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </form>
      )}
      <FanFigure at={at} days={all.filter(({ point }) => point === at.point)} />
    </>
  );
}

/** Takes over from the picture that the page came with. */
export function startFans(fans: FanData, home: HTMLElement): void {
  const first = Number(home.dataset['point']);
  home.replaceChildren();
  render(<Fans fans={fans} first={first} />, home);
}

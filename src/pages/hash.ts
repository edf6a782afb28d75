/** The part of a page's address after `#`, which keeps what a reader has chosen. */
import { useEffect } from 'preact/hooks';

/** Hears of every change of the address that the page does not make itself. */
export function useHash(follow: () => void): void {
  useEffect(() => {
    globalThis.addEventListener('hashchange', follow);
    return () => {
      globalThis.removeEventListener('hashchange', follow);
    };
  }, []);
}

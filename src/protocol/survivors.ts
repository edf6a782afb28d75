/**
 * Processes that an implementation leaves behind. Whoever begins a session or a group of its own is not ended with
 * the implementation's group; it is known by a mark in its environment, which Linux shows.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { onOneLine } from '../printable.ts';

/** The variable that marks all that an implementation starts. */
export const MARK = 'RINGSPEC_IMPLEMENTATION';

export interface Survivor {
  readonly pid: number;
  readonly command: string;
}

const LONGEST = 200;

/** Those with this mark that run outside of the group, which is ended already; none where there is no /proc. */
export function survivors(mark: string, group: number): Survivor[] {
  return processes().flatMap((pid) => {
    const environment = read(pid, 'environ');
    if (environment?.split('\0').includes(`${MARK}=${mark}`) !== true) return [];
    const [state, , ownGroup] = read(pid, 'stat')?.split(') ').at(-1)?.split(' ') ?? [];
    const runs = state !== undefined && state !== 'Z' && state !== 'X';
    if (!runs || Number(ownGroup) === group) return [];
    const words = read(pid, 'cmdline')?.split('\0').join(' ').trim() ?? '';
    return [{ pid, command: onOneLine(words).slice(0, LONGEST) }];
  });
}

export const survivorText = ({ pid, command }: Survivor): string =>
  `process ${String(pid)} (${command}) still runs, outside of the process group of the implementation that started it`;

function processes(): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

/** Null for a process that has ended, or that is somebody else's. */
function read(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${String(pid)}/${file}`, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(code)) return null;
    throw error;
  }
}

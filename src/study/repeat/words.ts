/** Whether all is the same, and what made either. DAT-03. */
import { counted } from '../../counted.ts';
import { provenance } from '../provenance.ts';
import type { FoundManifest, Held } from './repeat.ts';

/** Files that differ and are named one by one. */
const MOST_NAMED = 20;

export function repeatSays({ path, made }: FoundManifest, held: readonly Held[]): string {
  const now = provenance();
  const makers = (
    [
      ['ringspec', made.version, now.version],
      ['commit', made.commit, now.commit],
      ['the code', made.code_sha256, now.code_sha256],
      ['node', made.node, now.node],
    ] as const
  ).flatMap(([what, before, after]) =>
    before == null || before === after
      ? []
      : [`made by ${what} ${before}, repeated by ${what} ${after ?? 'unknown'}`],
  );
  const others = held.filter(({ state }) => state !== 'same');
  const named = others.slice(0, MOST_NAMED).map(({ file, state }) => `  ${file} ${state}`);
  const more = others.length > MOST_NAMED ? [`  and ${String(others.length - MOST_NAMED)} more`] : [];
  const answer =
    others.length === 0
      ? `${path}: repeated, every byte is the same in ${counted(held.length, 'file')}.`
      : `${path}: repeated, ${String(others.length)} of ${counted(held.length, 'file')} are not the same:`;
  return `${[answer, ...named, ...more, ...makers].join('\n')}\n`;
}

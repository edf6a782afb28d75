/** What a scenario writes to the disk: in folders that are removed after it. */
import { After } from '@cucumber/cucumber';
import { rmSync } from 'node:fs';
import { scratchFolder } from '../src/files/scratch.ts';
import type { RingWorld } from './ring-world.ts';

const folders = new WeakMap<RingWorld, string[]>();

export function scratchOf(world: RingWorld): string {
  const folder = scratchFolder();
  folders.set(world, [...(folders.get(world) ?? []), folder]);
  return folder;
}

After(function (this: RingWorld) {
  for (const folder of folders.get(this) ?? []) rmSync(folder, { recursive: true });
});

/** Simpler arguments of the kernel. */
import type { KernelArguments } from '../protocol/protocol.ts';
import { dropped } from './draft-parts.ts';
import { rounder, weight } from './plainer-markets.ts';

/** Each with one argument left out or rounder. */
export function* simplerKernels(takes: KernelArguments): Generator<KernelArguments> {
  if (takes.guardThreshold !== undefined) yield dropped(takes, 'guardThreshold');
  if (takes.clipOutsideBid !== undefined) yield dropped(takes, 'clipOutsideBid');
  const plain = { ticketSize: '1', outsideMid: '1', outsideSpread: '0.30' } as const;
  for (const [member, value] of Object.entries(plain)) {
    const argument = member as keyof typeof plain;
    if (takes[argument] !== value && takes[argument] !== '0.3') yield { ...takes, [argument]: value };
  }
  for (let tickets = 0; tickets < takes.tickets; tickets++) yield { ...takes, tickets };
  for (const cash of rounder(takes.cash)) yield { ...takes, cash };
  for (const member of ['outsideMid', 'outsideSpread'] as const)
    for (const value of rounder(takes[member]))
      if (Number(value) > 0 && takes[member] !== plain[member] && weight(value) < weight(takes[member]))
        yield { ...takes, [member]: value };
}

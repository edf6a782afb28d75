/** The flag `--queue`: checked, and out of sight of whoever lists processes. DST-05. */
import { hidePassword, queueAddress, type QueueAddress } from '../sweep/queue/redis.ts';

export const QUEUE_HELP =
  'Redis or Valkey, as redis://host:6379, or rediss:// with TLS; a password in the URL or in RINGSPEC_QUEUE_PASSWORD';

/** @throws Fault where it is no such address */
export function queueOf(given: string): QueueAddress {
  const address = queueAddress(given);
  hidePassword(address, given);
  return address;
}

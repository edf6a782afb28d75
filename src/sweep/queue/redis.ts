/** The queue engine: BullMQ on a Redis or Valkey, named by a URL whose password is never shown. DST-01, DST-05. */
import type { Redis } from 'ioredis';
import { Fault } from '../../files/faults.ts';
import { onOneLine } from '../../printable.ts';

export interface QueueAddress {
  readonly url: string;
  /** Without user and password, for messages. */
  readonly shown: string;
}

const PASSWORD = 'RINGSPEC_QUEUE_PASSWORD';

/**
 * `redis://host:6379`, or `rediss://` with TLS; a user and a password may stand in it, or the password in the
 * environment. @throws Fault
 */
export function queueAddress(text: string, environment = process.env): QueueAddress {
  const url = URL.canParse(text) ? new URL(text) : null;
  // of a password with / or # that is not written as %2F or %23 the rest would stand in the path or behind it
  const isAddress =
    url !== null &&
    ['redis:', 'rediss:'].includes(url.protocol) &&
    url.hostname !== '' &&
    url.hash === '' &&
    /^\/?\d*$/.test(url.pathname);
  if (!isAddress)
    throw new Fault(
      '--queue: found something else than the address of a queue; allowed: redis://host:6379, or rediss://host:6379 ' +
        'with TLS, and the number of a database behind it, as /2',
      'usage',
    );
  if (!isWritten(url.username) || !isWritten(url.password))
    throw new Fault(
      `--queue: found a % in the user or the password that no two hexadecimal digits follow; allowed: %25 in its place, or the password as it is in ${PASSWORD}`,
      'usage',
    );
  const shown = `${url.protocol}//${url.host}${url.pathname === '/' ? '' : url.pathname}`;
  const password = environment[PASSWORD];
  if (url.password === '' && password !== undefined) url.password = encodeURIComponent(password);
  return { url: url.href, shown };
}

/** Whether a part of a URL can be read. */
function isWritten(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

/** The command line of this process, as others see it, is from now on without the password. */
export function hidePassword(address: QueueAddress, given: string): void {
  process.title = ['ringspec', ...process.argv.slice(2)]
    .map((word) => word.replaceAll(given, address.shown))
    .join(' ');
}

type BullMQ = typeof import('bullmq');
type IORedis = typeof import('ioredis');

/** @throws Fault where the packages are not installed */
export async function queueEngine(): Promise<
  Pick<BullMQ, 'Queue' | 'Worker' | 'UnrecoverableError'> & Pick<IORedis, 'Redis'>
> {
  try {
    const [{ Queue, Worker, UnrecoverableError }, { Redis }] = await Promise.all([
      import('bullmq'),
      import('ioredis'),
    ]);
    return { Queue, Worker, UnrecoverableError, Redis };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')
      throw new Fault(
        'the queue needs two packages that are not installed: npm install bullmq ioredis',
        'unavailable',
      );
    throw error;
  }
}

/** Milliseconds until an address that does not answer counts as unreachable. */
const FIRST_ANSWER = 10_000;

/** A connection that tries again for ever once it was there. @throws Fault where there is none at first */
export async function connect(address: QueueAddress): Promise<Redis> {
  const { Redis } = await queueEngine();
  const client = new Redis(address.url, {
    lazyConnect: true,
    maxRetriesPerRequest: null,
    connectTimeout: FIRST_ANSWER,
    retryStrategy: (times) => Math.min(100 * times, 1000),
  });
  let stop = (): void => undefined;
  const failed = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('no answer'));
    }, FIRST_ANSWER);
    client.once('error', reject);
    stop = () => {
      clearTimeout(timer);
      client.removeListener('error', reject);
    };
  });
  // each failed attempt is an error; whoever waits for the connection hears of it in another way
  client.on('error', () => undefined);
  try {
    await Promise.race([client.connect().then(() => client.ping()), failed]);
  } catch (error) {
    client.disconnect();
    throw unreachable(address, error);
  } finally {
    stop();
  }
  return client;
}

function unreachable({ shown }: QueueAddress, error: unknown): Fault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const told = error instanceof Error && error.message !== '' ? error.message : code;
  if (isReply(error))
    return new Fault(
      `${shown} refuses (${told}): check the user, the password and the database of the address; the password may stand in ${PASSWORD}`,
      'unavailable',
    );
  return new Fault(
    `${shown} cannot be reached (${told}): is a Redis or Valkey there, and is the address right?`,
    'unavailable',
  );
}

/** Whether the engine itself has answered so: it is there, and does not do what it is asked. */
export const isReply = (error: unknown): error is Error =>
  error instanceof Error && error.name === 'ReplyError';

/** What the engine refuses in the middle of a sweep, in plain words; any other error as it is. DST-04. */
export function plainly({ shown }: QueueAddress, error: unknown): unknown {
  if (!isReply(error)) return error;
  return new Fault(
    `${shown} refuses a command (${onOneLine(error.message)}): change the server, or what its user may do`,
    'unavailable',
  );
}

/**
 * Pairs in a block. The coordinator does one thing after the other: smaller blocks cost it more, larger ones leave
 * workers idle at the end of a sweep. `npm run bench:cluster` works out both.
 */
export const BLOCK = 16;

/** A worker holds a block by a lock that it renews; without that it is another's after so many milliseconds. DST-04. */
export const LOCK = 6_000;

/** Names in Redis; those of BullMQ have the same prefix. */
export const PREFIX = 'ringspec';
export const SWEEPS = `${PREFIX}:sweeps`;
export const planKey = (hash: string): string => `${PREFIX}:plan:${hash}`;
export const workersKey = (hash: string): string => `${PREFIX}:workers:${hash}`;
export const coordinatorKey = (hash: string): string => `${PREFIX}:coordinator:${hash}`;
/** What BullMQ calls the queue, as a board shows it. */
export const queueName = (hash: string): string => `sweep-${hash.slice(0, 12)}`;

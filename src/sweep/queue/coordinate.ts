/** The coordinator of a sweep over a queue: hands out the pairs in blocks and gathers their records. DST-01, DST-04. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Job, Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { Fault } from '../../files/faults.ts';
import { onOneLine } from '../../printable.ts';
import type { PairRunner, PairsToRun } from '../run-pairs.ts';
import { Blocks } from './blocks.ts';
import { recordReader } from './check-record.ts';
import { answerSchema, announcementText, blockSchema, planText, type Plan } from './messages.ts';
import { thisProgram } from './program.ts';
import {
  BLOCK,
  connect,
  coordinatorKey,
  LOCK,
  plainly,
  planKey,
  PREFIX,
  queueEngine,
  queueName,
  SWEEPS,
  workersKey,
  type QueueAddress,
} from './redis.ts';
import { Watch } from './watch.ts';

/** Blocks in the queue at a time: the memory of the engine does not grow with the sweep. */
const MOST_BLOCKS = 2_000;
/** Blocks that are gathered at once. */
const AT_ONCE = 64;
/** Milliseconds: between looks when nothing came, between signs of life, until every block is looked for. */
const [IDLE, SIGN, INVENTORY] = [25, 2_000, 30_000];
/** Milliseconds after which an engine that is away counts as lost. DST-04. */
const LOST = 30_000;

export interface CoordinatorOptions {
  /** Pairs in a block. */
  readonly block?: number;
  /** Told what a person should know: refusals, and that nobody is there. */
  readonly tell: (line: string) => void;
}

/** Runs pairs by workers over a queue. */
export const overQueue =
  (address: QueueAddress, { tell, block = BLOCK }: CoordinatorOptions): PairRunner =>
  async (work) => {
    const client = await connect(address);
    const { Queue } = await queueEngine();
    const queue = new Queue(queueName(work.hash), { connection: client, prefix: PREFIX });
    queue.on('error', () => undefined);
    const coordinator = new Coordinator(address, client, queue, work, tell, block);
    const ending = new AbortController();
    const lost = lossOf(address, client, ending.signal);
    const running = coordinator.run();
    try {
      await Promise.race([running, lost]);
      await Promise.race([coordinator.tidy(), lost]);
    } catch (error) {
      // nobody gathers any more what workers would go on to do
      if (client.status === 'ready')
        await Promise.race([coordinator.tidy(), lost, wait(SIGN)]).catch(() => undefined);
      throw plainly(address, error);
    } finally {
      coordinator.leave();
      ending.abort();
      client.disconnect();
      // a record that is on its way to the disk gets there; what waits for the engine ends with the connection
      await Promise.race([running.catch(() => undefined), wait(1_000)]);
    }
  };

/** Ends with a fault when the engine has been away for too long. */
async function lossOf(address: QueueAddress, client: Redis, signal: AbortSignal): Promise<never> {
  let away = 0;
  for (;;) {
    try {
      await wait(500, undefined, { signal });
    } catch {
      return new Promise<never>(() => undefined);
    }
    away = client.status === 'ready' ? 0 : away + 500;
    if (away >= LOST)
      throw new Fault(
        `${address.shown} has been away for ${String(LOST / 1000)} s: start it again`,
        'unavailable',
      );
  }
}

class Coordinator {
  readonly #plan: Plan;
  readonly #read: ReturnType<typeof recordReader>;
  readonly #blocks: Blocks;
  readonly #watch: Watch;
  readonly #own = randomUUID();
  #handedOut = 0;
  #isBack = false;
  /** Whether it is this one that hands out the sweep. */
  #isHolder = false;
  #isOver = false;
  readonly #due = { sign: 0, inventory: performance.now() + INVENTORY };

  constructor(
    readonly address: QueueAddress,
    readonly client: Redis,
    readonly queue: Queue,
    readonly work: PairsToRun,
    readonly tell: (line: string) => void,
    readonly block: number,
  ) {
    const { sweep, verifyShare, keepRuns, keepPairs, hash } = work;
    this.#plan = { sweep, verifyShare, keepRuns, keepPairs, hash };
    this.#read = recordReader(this.#plan);
    this.#blocks = new Blocks(work.left);
    this.#watch = new Watch(address, work.onHosts, tell);
    client.on('close', () => {
      if (!this.#isOver) tell(`${address.shown} is gone: waiting for it`);
    });
    client.on('ready', () => {
      this.#isBack = true;
      tell(`${address.shown} is back`);
    });
  }

  async run(): Promise<void> {
    await this.#begin();
    while (!this.#blocks.isDone && !this.work.signal.aborted) {
      await this.#signOfLife();
      await this.#takeInventory();
      await this.#handOut();
      const came = await this.#gather();
      if (!came) await wait(IDLE);
    }
  }

  /** Whatever becomes of the connection from now on is not told. */
  leave(): void {
    this.#isOver = true;
  }

  /** Leaves nothing of the sweep in the engine, unless another one hands it out. */
  async tidy(): Promise<void> {
    this.leave();
    if (!this.#isHolder) return;
    const { hash } = this.work;
    await this.client.hdel(SWEEPS, hash);
    await this.queue.obliterate({ force: true });
    await this.client.del(planKey(hash), workersKey(hash), coordinatorKey(hash));
    await this.client.publish(SWEEPS, hash);
  }

  /** One coordinator hands out a sweep; what an earlier one left in the queue is taken over. */
  async #begin(): Promise<void> {
    const key = coordinatorKey(this.work.hash);
    const until = performance.now() + LOCK + 2 * SIGN;
    while ((await this.client.set(key, this.#own, 'PX', LOCK, 'NX')) === null) {
      if (this.work.signal.aborted) return;
      if (performance.now() > until)
        throw new Fault(
          `another process hands out this sweep on ${this.address.shown}: wait until it has ended, or end it first`,
          'badInput',
        );
      await wait(200);
    }
    this.#isHolder = true;
    await this.#announce();
    const jobs = await this.#jobs(['waiting', 'active', 'delayed', 'prioritized'], -1);
    const read = jobs.map(
      (job) => [job.id ?? '', blockSchema.safeParse(job.data).data?.pairs ?? []] as const,
    );
    const unwanted = new Set(this.#blocks.adopt(new Map(read)));
    for (const job of jobs)
      // one that somebody works at goes by itself
      if (unwanted.has(job.id ?? '')) await job.remove().catch(() => undefined);
    for (const job of await this.#jobs(['failed'], -1)) await job.remove();
  }

  #jobs(
    types: ('waiting' | 'active' | 'delayed' | 'prioritized' | 'failed' | 'completed')[],
    last: number,
  ): Promise<Job[]> {
    // the engine answers with null for a job that has gone meanwhile
    return this.queue
      .getJobs(types, 0, last, true)
      .then((jobs) => (jobs as (Job | undefined | null)[]).filter((job) => job != null))
      .catch((error: unknown) => {
        if (!(error instanceof SyntaxError)) throw error;
        throw new Fault(
          `${this.address.shown} holds a job of this sweep that is no JSON: somebody else has written in the queue, which is emptied now`,
          'unavailable',
        );
      });
  }

  /** What workers look for. An engine that was started again without its data hears it again. */
  async #announce(): Promise<void> {
    const { hash } = this.work;
    await this.client.set(planKey(hash), planText(this.#plan));
    await this.client.hset(SWEEPS, hash, announcementText(thisProgram()));
    await this.client.publish(SWEEPS, hash);
  }

  async #signOfLife(): Promise<void> {
    if (performance.now() < this.#due.sign) return;
    this.#due.sign = performance.now() + SIGN;
    const { hash } = this.work;
    const holder = await this.client.get(coordinatorKey(hash));
    this.#isHolder = holder === null || holder === this.#own;
    if (!this.#isHolder)
      throw new Fault(
        `another process has begun to hand out this sweep on ${this.address.shown}: what was gathered here is kept`,
        'badInput',
      );
    await this.client.set(coordinatorKey(hash), this.#own, 'PX', LOCK);
    if ((await this.client.hexists(SWEEPS, hash)) === 0) {
      await this.#announce();
      // whoever emptied the engine took blocks, too
      this.#isBack = true;
    }
    this.#watch.look(await this.client.hgetall(workersKey(hash)));
  }

  /** A block that the engine has lost is handed out again. */
  async #takeInventory(): Promise<void> {
    if (!this.#isBack && performance.now() < this.#due.inventory) return;
    this.#isBack = false;
    this.#due.inventory = performance.now() + INVENTORY;
    const ids = this.#blocks.outstanding;
    const states = await Promise.all(ids.map((id) => this.queue.getJobState(id)));
    for (const [i, id] of ids.entries()) if (states[i] === 'unknown') this.#blocks.close(id, false);
  }

  async #handOut(): Promise<void> {
    const jobs = [];
    for (let room = MOST_BLOCKS - this.#blocks.outstanding.length; room > 0; room--) {
      const pairs = this.#blocks.take(this.block);
      if (pairs.length === 0) break;
      const jobId = `${this.#own}-${String(++this.#handedOut)}`;
      this.#blocks.handOut(jobId, pairs);
      const data = { sweep: this.work.hash, pairs };
      jobs.push({
        name: 'pairs',
        data,
        opts: { jobId, attempts: 3, backoff: { type: 'fixed', delay: 500 } },
      });
    }
    if (jobs.length > 0) await this.queue.addBulk(jobs);
  }

  /** Takes what has come; whether anything has. */
  async #gather(): Promise<boolean> {
    // most looks find nothing, and these are cheaper than to ask for jobs
    const kinds = ['completed', 'failed'].map((kind) => this.client.zcard(this.queue.toKey(kind)));
    if ((await Promise.all(kinds)).every((count) => count === 0)) return false;
    const completed = await this.#jobs(['completed'], AT_ONCE - 1);
    await Promise.all(completed.map((job) => this.#take(job)));
    const failed = await this.#jobs(['failed'], AT_ONCE - 1);
    for (const job of failed) {
      const lost = this.#blocks.fail(job.id ?? '');
      if (lost.length > 0) this.work.onLost(lost, reasonOf(job.failedReason));
      await job.remove();
    }
    return completed.length + failed.length > 0;
  }

  /** Keeps the records of a block, and only then removes it from the queue. */
  async #take(job: Job): Promise<void> {
    const answer = answerSchema.safeParse(job.returnvalue);
    if (!answer.success) this.tell('an answer was refused: it has another shape than the records of a block');
    const written: Promise<void>[] = [];
    for (const line of answer.data ?? []) {
      const record = this.#read(line);
      if (typeof record === 'string') this.tell(`a record was refused: ${record}`);
      else if (this.#blocks.isFirst(record.index)) written.push(this.work.onRecord(record));
    }
    await Promise.all(written);
    const lost = this.#blocks.close(job.id ?? '', true);
    if (lost.length > 0) this.work.onLost(lost, 'their records were refused again and again');
    await job.remove();
  }
}

const reasonOf = (text: string | undefined): string => onOneLine(text ?? 'it failed').slice(0, 300);

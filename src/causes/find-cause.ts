/**
 * What a scenario fails by: its first divergence, of a period that of one of its steps; and the ruling that the
 * implementation reads in a way of its own, where that explains all of its answers.
 */
import type { Request } from '../protocol/exchange.ts';
import type { ImplementationUnderTest } from '../protocol/protocol.ts';
import { rulings, type Readings } from '../protocol/rulings.ts';
import { diagnose, type Divergence } from './diagnose.ts';
import { stepsOfPeriod } from './facts.ts';
import { afterFewerOrders, refusedFlows, type Both } from './flows.ts';

/** Whom the conversation is put to. */
export interface Compared {
  /** The built-in core, reading the rulings as given. */
  readonly core: (readings: Readings) => ImplementationUnderTest;
  readonly other: () => ImplementationUnderTest;
  /** The readings that were agreed. */
  readonly readings: Readings;
  readonly tolerance: number;
  /** False where only its answers to these requests are there. */
  readonly looking?: boolean;
}

/** A ruling that is read in another way. */
export interface OtherReading {
  /** `clearing=sequential`, as `verify --ruling` takes it. */
  readonly text: string;
  /** The clause of the ruling. */
  readonly clause: string;
}

export interface FoundCause {
  readonly divergence: Divergence;
  readonly reading: OtherReading | null;
}

/** Why the two differ in this conversation; null where they do not. */
export async function findCause(
  requests: readonly Request[],
  compared: Compared,
): Promise<FoundCause | null> {
  const { core, other, readings, tolerance, looking = true } = compared;
  const first = await diagnose(requests, core(readings), other(), tolerance, looking);
  const divergence = looking ? await narrowed(first, requests, compared) : first;
  return divergence && { divergence, reading: first && (await otherReading(requests, compared)) };
}

/** Where it begins: in a step, at an order, or, of flows that both refuse, before they do. */
async function narrowed(
  first: Divergence | null,
  requests: readonly Request[],
  compared: Compared,
): Promise<Divergence | null> {
  if (first === null) return beforeARefusal(requests, compared);
  const step = first.op === 'period' ? await ofAStep(first, compared) : first;
  if (step.op !== 'orderFlow') return step;
  return (await afterFewerOrders(step.conversation, both(compared))) ?? step;
}

const both = ({ core, other, readings, tolerance }: Compared): Both => ({
  core: () => core(readings),
  ...{ other, tolerance },
});

/** Of flows that both refuse, what differs before that. */
async function beforeARefusal(requests: readonly Request[], compared: Compared): Promise<Divergence | null> {
  for (const conversation of await refusedFlows(requests, compared.core(compared.readings))) {
    const found = await afterFewerOrders(conversation, both(compared));
    if (found !== null) return found;
  }
  return null;
}

/** The period asked step by step: the step that differs; or the period, of which every step is right. LOOP-01. */
async function ofAStep(
  period: Divergence,
  { core, other, readings, tolerance }: Compared,
): Promise<Divergence> {
  const steps = stepsOfPeriod.map((op) => [op, op === 'orderFlow' ? period.takes : {}] as Request);
  const asked = [...period.conversation.slice(0, -1), ...steps];
  const step = await diagnose(asked, core(readings), other(), tolerance);
  if (step === null) return { ...period, stepsAreRight: true };
  return 'refused' in step.found && step.found.refused === 'unsupported' ? period : step;
}

/** The one ruling under which the core would have answered everything as the implementation did. */
async function otherReading(
  requests: readonly Request[],
  { core, other, readings, tolerance, looking }: Compared,
): Promise<OtherReading | null> {
  for (const [name, { path, values, clause }] of rulings) {
    for (const value of values) {
      if (value === (readings[name] ?? values[0])) continue;
      const reads = core({ ...readings, [name]: value });
      const found = await diagnose(requests, inItsWorlds(reads, path, value), other(), tolerance, looking);
      if (found === null) return { text: `${name}=${String(value)}`, clause };
    }
  }
  return null;
}

/** An implementation that reads a ruling in this way whatever a world says. */
const inItsWorlds = (
  reads: ImplementationUnderTest,
  [group, member]: readonly [string, string],
  value: string | boolean,
): ImplementationUnderTest => ({
  call: async (op, takes) => {
    if (!('world' in takes)) return reads.call(op, takes);
    const world = takes.world as Readonly<Record<string, object | undefined>>;
    return reads.call(op, { ...takes, world: { ...world, [group]: { ...world[group], [member]: value } } });
  },
  close: () => reads.close(),
});

/** An implementation in TypeScript or JavaScript behind the protocol: handlers for what it can do, and who it is. */
import type { Readable, Writable } from 'node:stream';
import type { World } from '../core/world.ts';
import { checkRequest } from './check-request.ts';
import {
  PROTOCOL_VERSION,
  ProtocolError,
  type Capability,
  type Hello,
  type OperationName,
  type Operations,
} from './protocol.ts';
import { serve, type Answering } from './serve.ts';
import { completeWorld } from './world.ts';

/** Operations of an adapter's own; `hello` and `stop` are answered for it. */
export type Handled = Exclude<OperationName, 'hello' | 'stop'>;

/** What an operation takes, checked: the world of a `reset` has all its defaults. CFG-02. */
export type Takes<Op extends Handled> = Op extends 'reset'
  ? { readonly world: World }
  : Operations[Op]['takes'];

/** A handler throws a `ProtocolError` of the kind `invalid` where a request speaks of nothing that there is. */
export type Handlers = {
  readonly [Op in Handled]?: (
    takes: Takes<Op>,
  ) => Operations[Op]['answers'] | Promise<Operations[Op]['answers']>;
};

export interface Adapter extends Handlers {
  readonly hello: Omit<Hello, 'protocol' | 'capabilities'> & { readonly capabilities: readonly Capability[] };
}

/** Answers requests on stdin until `stop`, or until the input ends. Nothing else may write to stdout. */
export const serveAdapter = (
  adapter: Adapter,
  input: Readable = process.stdin,
  output: Writable = process.stdout,
): Promise<void> => serve(answering(adapter), input, output);

function answering(adapter: Adapter): Answering {
  return {
    answer(name, given) {
      const { op, takes } = checkRequest(name, given);
      if (op === 'hello') return hello(adapter, takes as Operations['hello']['takes']);
      if (op === 'stop') return {};
      const handler = adapter[op] as ((takes: unknown) => object | Promise<object>) | undefined;
      if (handler === undefined) throw new ProtocolError('unsupported', `${op} is not there yet`);
      if (op !== 'reset') return handler(takes);
      const { world } = takes as { world: Parameters<typeof completeWorld>[0] };
      return handler({ world: completeWorld(world) });
    },
  };
}

function hello({ hello: about }: Adapter, { protocol }: Operations['hello']['takes']): Hello {
  if (protocol === PROTOCOL_VERSION) return { protocol, ...about };
  const spoken = `protocol ${String(protocol)}: only ${String(PROTOCOL_VERSION)} is spoken`;
  throw new ProtocolError('unsupported', spoken);
}

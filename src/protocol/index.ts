/** The protocol for programs: its types and schemas, a client, and a server for adapters. docs/library.md. */
import { ChildImplementation } from './child.ts';
import { splitCommand } from './command-line.ts';
import { PROTOCOL_VERSION, type Hello, type ImplementationUnderTest } from './protocol.ts';

export { serveAdapter, type Adapter, type Handled, type Handlers, type Takes } from './adapter.ts';
export { answerSchemas, errorSchema } from './answer-schemas.ts';
export { ChildFailure } from './child.ts';
export { jsonSchemas } from './json-schemas.ts';
export * from './protocol.ts';
export { argumentSchemas, worldSchema, type WorldInput } from './schema.ts';
export type { World } from '../core/world.ts';

/** An implementation that runs and has said who it is. */
export interface Client extends ImplementationUnderTest {
  readonly hello: Hello;
}

/**
 * Starts a program that speaks the protocol, such as `python3 adapter.py`, and asks who it is. Its answers are checked
 * by their schemas. `close` ends it.
 * @throws ChildFailure when it does not answer, or not as agreed @throws ProtocolError when it refuses
 */
export async function connect(command: string): Promise<Client> {
  const [program, ...args] = splitCommand(command);
  const child = new ChildImplementation(program, args);
  try {
    const hello = await child.call('hello', { protocol: PROTOCOL_VERSION });
    return { hello, call: (op, takes) => child.call(op, takes), close: () => child.close() };
  } catch (error) {
    await child.close();
    throw error;
  }
}

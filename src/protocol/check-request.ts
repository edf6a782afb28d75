/** A request as it comes, checked before anybody acts on it. */
import { ProtocolError, type OperationName } from './protocol.ts';
import { argumentSchemas } from './schema.ts';

const isOperation = (op: string): op is OperationName => Object.hasOwn(argumentSchemas, op);

/** @throws ProtocolError with all faults of the request on one line, each with its place */
export function checkRequest(op: string, takes: unknown): { op: OperationName; takes: unknown } {
  if (!isOperation(op)) throw new ProtocolError('unsupported', `there is no operation ${op}`);
  const parsed = argumentSchemas[op].safeParse(takes);
  const unseen = op === 'reset' ? unseenDesks(takes) : [];
  if (parsed.success && unseen.length === 0) return { op, takes: parsed.data };
  const faults = (parsed.error?.issues ?? []).map(
    ({ path, message }) => `${path.map(String).join('.') || 'request'}: ${message}`,
  );
  throw new ProtocolError('invalid', [...faults, ...unseen].join('; '));
}

const member = (whole: unknown, name: string): unknown =>
  typeof whole === 'object' && whole !== null && Object.hasOwn(whole, name)
    ? (whole as Record<string, unknown>)[name]
    : undefined;

/** Desks of a bucket `__proto__`: zod passes over that name where any name may stand, and no bucket has it. MOD-06. */
const unseenDesks = (takes: unknown): string[] =>
  ['dealers', 'vbts']
    .filter((side) => member(member(member(takes, 'world'), side), '__proto__') !== undefined)
    .map((side) => `world.${side}.__proto__: a bucket of this world; none is called so`);

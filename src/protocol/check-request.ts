/** A request as it comes, checked before anybody acts on it. */
import { ProtocolError, type OperationName } from './protocol.ts';
import { argumentSchemas } from './schema.ts';

const isOperation = (op: string): op is OperationName => Object.hasOwn(argumentSchemas, op);

/** @throws ProtocolError with all faults of the request on one line, each with its place */
export function checkRequest(op: string, takes: unknown): { op: OperationName; takes: unknown } {
  if (!isOperation(op)) throw new ProtocolError('unsupported', `there is no operation ${op}`);
  const parsed = argumentSchemas[op].safeParse(takes);
  if (parsed.success) return { op, takes: parsed.data };
  const faults = parsed.error.issues.map(
    ({ path, message }) => `${path.map(String).join('.') || 'request'}: ${message}`,
  );
  throw new ProtocolError('invalid', faults.join('; '));
}

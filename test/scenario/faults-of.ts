import { Fault, type FileFault } from '../../src/files/faults.ts';

/** The faults that reading something throws. */
export function faultsOf(read: () => unknown): readonly FileFault[] {
  try {
    read();
  } catch (error) {
    if (error instanceof Fault) return error.faults;
    throw error;
  }
  return [];
}

/** A changed core, put to the suite in this process. */
import { judge, type Verdict } from '../../src/hunt/judge.ts';
import type { Arithmetic } from '../../src/num.ts';
import type { BuiltInModel } from '../../src/protocol/model.ts';
import { askInstead } from '../../src/protocol/in-this-process.ts';
import { ProtocolError, type ImplementationUnderTest, type Operations } from '../../src/protocol/protocol.ts';
import { conformance, type ConformanceReport, type Settings } from '../../src/verify/conformance.ts';
import { buildModule } from './build.ts';
import type { Change } from './errors.ts';

/** A core of another bundle: its refusals are of another class, and what it throws besides is an internal error. */
export function here(other: BuiltInModel): ImplementationUnderTest {
  return {
    call: async (op, takes) => {
      await Promise.resolve();
      try {
        // the handler of an operation gives its answer
        return other.answer(op, takes) as Operations[typeof op]['answers'];
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        if (error.name !== 'ProtocolError') throw new ProtocolError('internal', error.message);
        const { kind, message, check } = error as unknown as Pick<
          ProtocolError,
          'kind' | 'message' | 'check'
        >;
        throw new ProtocolError(kind, message, check);
      }
    },
    close: () => Promise.resolve(),
  };
}

/** How it is judged. */
export const settings = (line: string): Omit<Settings, 'command'> => ({
  line,
  tolerance: '1e-10',
  slow: 1,
  known: [],
  today: '2026-11-01',
});

/** The core with these changes, without its own checks, to be started again and again. */
export async function changedCore(
  { id, changes }: { readonly id: string; readonly changes: readonly Change[] },
  folder: string,
): Promise<() => ImplementationUnderTest> {
  const path = await buildModule(id, changes, folder);
  // the bundle exports it
  const { BuiltInModel: Changed, decimal } = (await import(path)) as {
    BuiltInModel: typeof BuiltInModel;
    decimal: Arithmetic;
  };
  return () => here(new Changed(decimal, 'changed', { checks: false }));
}

/** How scenarios fare with the core with these changes. One core is asked all of them, as of a program there is one. */
export async function judgeChanged(
  error: { readonly id: string; readonly changes: readonly Change[] },
  scenarios: readonly string[],
  folder: string,
): Promise<Verdict[]> {
  const changed = (await changedCore(error, folder))();
  askInstead(() => changed);
  try {
    return await judge({ arithmetic: 'decimal' }, scenarios);
  } finally {
    askInstead(null);
  }
}

/** The core with these changes, judged by the whole suite. */
export async function putToSuite(
  error: { readonly id: string; readonly changes: readonly Change[] },
  folder: string,
  others: Partial<Settings> = {},
): Promise<ConformanceReport> {
  return conformance({ command: await changedCore(error, folder), ...settings(error.id), ...others });
}

/** A TypeError of a mutant is a kill like any other; the mutation runner would take it for a fault of the run. */
import { setDefinitionFunctionWrapper } from '@cucumber/cucumber';

type Definition = (this: unknown, ...args: unknown[]) => unknown;

/** Says the same under a name that the runner does not know. */
function renamed(error: unknown): unknown {
  if (!(error instanceof TypeError)) return error;
  const told = new Error(`a type error: ${error.message}`, { cause: error });
  told.stack = `Error: a type error: ${error.stack ?? error.message}`;
  return told;
}

// cucumber looks at the number of parameters, so the wrapper has as many as what it wraps
setDefinitionFunctionWrapper((definition: Definition) => {
  const wrapped: Definition = function (...args) {
    try {
      const result = definition.apply(this, args);
      return result instanceof Promise
        ? result.catch((error: unknown) => Promise.reject(renamed(error) as Error))
        : result;
    } catch (error) {
      throw renamed(error);
    }
  };
  return Object.defineProperty(wrapped, 'length', { value: definition.length });
});

/** Work that Ctrl-C stops. CLI-05. */

/** @param work is told by the signal to stop, and ends as it sees fit */
export async function untilInterrupted<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const interrupt = new AbortController();
  const stop = (): void => {
    interrupt.abort();
  };
  process.once('SIGINT', stop);
  try {
    return await work(interrupt.signal);
  } finally {
    process.removeListener('SIGINT', stop);
  }
}

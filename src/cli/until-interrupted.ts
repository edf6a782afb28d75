/** Work that Ctrl-C stops, or SIGTERM, which schedulers and containers send. CLI-05. */

/** @param work is told by the signal to stop, and ends as it sees fit */
export async function untilInterrupted<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const interrupt = new AbortController();
  const stop = (): void => {
    interrupt.abort();
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, stop);
  try {
    return await work(interrupt.signal);
  } finally {
    for (const signal of signals) process.removeListener(signal, stop);
  }
}

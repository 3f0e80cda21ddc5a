/** Something that is done again and again, never twice at once. */
export interface Round {
  name: string;
  everyMs: number;
  run: () => Promise<unknown>;
}

/** Runs every round at once and then at its pace. @returns a function that waits for the running ones and ends them */
export function startRounds(
  rounds: readonly Round[],
  onError: (name: string, error: unknown) => void,
): () => Promise<void> {
  let running = true;
  const wakers = new Set<() => void>();
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const wake = () => (clearTimeout(timer), wakers.delete(wake), resolve());
      const timer = setTimeout(wake, ms);
      wakers.add(wake);
    });
  const loops = rounds.map(async ({ name, everyMs, run }) => {
    while (running) {
      await run().catch((error: unknown) => onError(name, error));
      if (running) await pause(everyMs);
    }
  });
  return async () => {
    running = false;
    for (const wake of wakers) wake();
    await Promise.all(loops);
  };
}

const pauseMs = 150;

/** Waits until the api says it is ready. @throws Error after `limitMs` milliseconds */
export async function waitUntilReady(address: string, limitMs: number, hasFailed: () => string | null): Promise<void> {
  const end = Date.now() + limitMs;
  for (;;) {
    const failed = hasFailed();
    if (failed !== null) throw new Error(failed);
    try {
      const answer = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(2_000) });
      if (answer.ok) return;
    } catch {
      // Not listening yet.
    }
    if (Date.now() > end) throw new Error(`the api was not ready after ${limitMs / 1000} s; see the log`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/** One line a step: what is being done, and when it has ended, how long it took. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  process.stdout.write(process.stdout.isTTY ? `  … ${what}` : `  … ${what}\n`);
  const clear = process.stdout.isTTY ? '\r\u001b[2K' : '';
  try {
    const value = await work();
    process.stdout.write(`${clear}  ✓ ${what} (${((performance.now() - begun) / 1000).toFixed(1)} s)\n`);
    return value;
  } catch (error) {
    process.stdout.write(`${clear}  ✗ ${what}\n`);
    throw error;
  }
}

import { Client } from 'pg';

/** Pause before a lost connection is made again, in milliseconds. */
const RETRY_MS = 2_000;

/**
 * Calls `ring` for every NOTIFY on a channel, on a connection of its own. A connection that is lost is made again, and
 * `ring` is called once then: something may have been missed.
 */
export function listen(url: string, channel: 'outbox', ring: () => void): { stop(): Promise<void> } {
  let client: Client | null = null;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const again = (): void => {
    client = null;
    if (!isStopped) timer = setTimeout(() => void open(), RETRY_MS);
  };
  const open = async (): Promise<void> => {
    const next = new Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5_000 });
    client = next;
    next.on('error', () => {});
    next.on('end', again);
    next.on('notification', ring);
    try {
      await next.connect();
      await next.query(`LISTEN ${channel}`);
      ring();
    } catch {
      await next.end().catch(() => {});
    }
  };
  void open();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}

import { Client } from 'pg';

const retryMs = 2_000;

/** Listens for the bell that rings at commit when the outbox has something. A lost bell costs one poll interval, no more. */
export class OutboxBell {
  private client: Client | null = null;
  private stopped = false;

  constructor(
    private readonly url: string,
    private readonly onRing: () => void,
  ) {
    void this.listen();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.client?.end().catch(() => {});
  }

  private async listen(): Promise<void> {
    const client = new Client({ connectionString: this.url, connectionTimeoutMillis: 5_000, keepAlive: true });
    const again = () => {
      if (this.stopped || this.client !== client) return;
      this.client = null;
      setTimeout(() => this.stopped || void this.listen(), retryMs).unref();
    };
    this.client = client;
    client.on('error', again);
    client.on('end', again);
    client.on('notification', () => this.onRing());
    await client
      .connect()
      .then(() => client.query('LISTEN outbox'))
      .catch(again);
  }
}

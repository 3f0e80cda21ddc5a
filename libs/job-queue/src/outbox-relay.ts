import { type JobQueue } from './job-queue.js';
import { type OutboxMessage } from './topics.js';

/**
 * Takes up to `limit` undispatched rows under lock (`FOR UPDATE SKIP LOCKED`), calls `deliver`, and marks them dispatched,
 * all in one transaction. A crash between delivery and commit delivers twice: the job id swallows the second.
 * @returns number of rows taken
 */
export type TakeOutbox = (limit: number, deliver: (messages: OutboxMessage[]) => Promise<void>) => Promise<number>;

export interface OutboxRelay {
  /** Looks now instead of at the next tick, for instance on a NOTIFY. */
  wake(): void;
  /** Ends after the batch at hand. */
  stop(): Promise<void>;
}

export interface RelayOptions {
  take: TakeOutbox;
  jobQueue: Pick<JobQueue, 'add'>;
  /** Pause between looks, in milliseconds. */
  pollMs?: number;
  onError?: (error: unknown) => void;
}

const batch = 200;

/** Hands the outbox to the job queue until it is stopped. Several relays may run at once. */
export function startOutboxRelay({ take, jobQueue, pollMs = 200, onError = () => {} }: RelayOptions): OutboxRelay {
  let running = true;
  let wake = () => {};
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => (clearTimeout(timer), resolve());
    });
  const loop = async () => {
    while (running) {
      try {
        const taken = await take(batch, (messages) => jobQueue.add(messages));
        if (taken === batch) continue;
        await pause(pollMs);
      } catch (error) {
        onError(error);
        await pause(pollMs * 5);
      }
    }
  };
  const ended = loop();
  return {
    wake: () => wake(),
    async stop() {
      running = false;
      wake();
      await ended;
    },
  };
}

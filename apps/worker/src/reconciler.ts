import { jobTopics, type JobQueue } from '@proofdesk/job-queue';
import { reconcile, type Desk } from '@proofdesk/workflow';
import { wordsOf, type JsonLog } from './json-log.js';

/** Pause between rounds, in milliseconds. */
const EVERY_MS = 5_000;
/** Seconds after which handed-over work counts as lost: soon while the queue holds nothing, late while it is only long. */
const LOST_WHEN_EMPTY = 60;
const LOST_WHEN_LONG = 900;

export interface Reconciler {
  /** Ends after the round at hand. */
  stop(): Promise<void>;
}

/** Runs the reconciler at once and every few seconds; several workers may. A round that fails is tried again. */
export function startReconciler(desk: Desk, jobQueue: Pick<JobQueue, 'counts'>, log: JsonLog): Reconciler {
  let isRunning = true;
  let wake = (): void => {};
  const round = async (): Promise<void> => {
    const counts = await Promise.all(jobTopics.map((topic) => jobQueue.counts(topic)));
    const isEmpty = counts.every(({ waiting, active, delayed }) => waiting + active + delayed === 0);
    const result = await reconcile(desk, isEmpty ? LOST_WHEN_EMPTY : LOST_WHEN_LONG);
    if (Object.values(result).some((count) => count > 0)) log.line('info', 'reconciled', { ...result });
  };
  const loop = async (): Promise<void> => {
    while (isRunning) {
      await round().catch((error: unknown) => log.line('warn', 'reconciler.error', { error: wordsOf(error) }));
      if (isRunning)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, EVERY_MS);
          wake = () => (clearTimeout(timer), resolve());
        });
    }
  };
  const ended = loop();
  return {
    async stop() {
      isRunning = false;
      wake();
      await ended;
    },
  };
}

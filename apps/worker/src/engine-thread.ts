import { parentPort } from 'node:worker_threads';
import { checkArticle } from '@proofdesk/extraction';

// The engine's own thread: a long article must not hold up leases, heartbeats and the relay of the worker.
parentPort?.on('message', ({ id, text }: { id: number; text: string }) => {
  try {
    parentPort?.postMessage({ id, check: checkArticle(text) });
  } catch (error) {
    parentPort?.postMessage({ id, fault: error instanceof Error ? error.message : String(error) });
  }
});

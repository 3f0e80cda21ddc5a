// The engine off the main thread: one text in, one check out. Plain JavaScript, so that it runs the same from src and dist.
import { parentPort } from 'node:worker_threads';
import { checkArticle, warmUp } from '@proofdesk/extraction';

warmUp();
parentPort.on('message', ({ id, text }) => {
  try {
    parentPort.postMessage({ id, check: checkArticle(text) });
  } catch (error) {
    parentPort.postMessage({ id, fault: error instanceof Error ? error.message : String(error) });
  }
});
parentPort.postMessage({ ready: true });

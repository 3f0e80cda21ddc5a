import { Worker } from 'node:worker_threads';
import { type Check } from '@proofdesk/extraction';
import { type Engine } from '@proofdesk/workflow';

/** Longest time one article may take before the thread is ended, in milliseconds. */
const limitMs = 60_000;

type Answer = { id: number } & ({ check: Check } | { fault: string });
type Waiting = { resolve: (check: Check) => void; reject: (error: Error) => void; timer: NodeJS.Timeout };

/** The engine in a thread of its own, started again when it dies or hangs. */
export class ThreadedEngine implements Engine {
  private thread: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private next = 0;

  constructor(private readonly program: URL = new URL('./engine-thread.js', import.meta.url)) {}

  /** @throws Error when the engine fails, dies or takes longer than a minute */
  check(text: string): Promise<Check> {
    const id = (this.next += 1);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.end(new Error(`the engine took longer than ${limitMs / 1000} s`)), limitMs);
      this.waiting.set(id, { resolve, reject, timer });
      this.running().postMessage({ id, text });
    });
  }

  async close(): Promise<void> {
    const { thread } = this;
    this.end(new Error('the worker stops'));
    await thread?.terminate();
  }

  private running(): Worker {
    if (this.thread) return this.thread;
    const thread = new Worker(this.program, { resourceLimits: { maxOldGenerationSizeMb: 768 } });
    thread.on('message', (answer: Answer) => this.settle(answer));
    thread.on('error', (error) => this.thread === thread && this.end(error));
    thread.on('exit', () => this.thread === thread && this.end(new Error('the engine ended')));
    this.thread = thread;
    return thread;
  }

  private settle(answer: Answer): void {
    const waiting = this.waiting.get(answer.id);
    if (!waiting) return;
    this.waiting.delete(answer.id);
    clearTimeout(waiting.timer);
    if ('check' in answer) waiting.resolve(answer.check);
    else waiting.reject(new Error(answer.fault));
  }

  /** Gives everything that waits the same error and lets the thread go. */
  private end(error: Error): void {
    const { thread } = this;
    this.thread = null;
    for (const { reject, timer } of this.waiting.values()) {
      clearTimeout(timer);
      reject(error);
    }
    this.waiting.clear();
    void thread?.terminate();
  }
}

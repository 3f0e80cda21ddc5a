import { Worker } from 'node:worker_threads';
import { type Check } from '@proofdesk/extraction';
import { type Engine } from '@proofdesk/workflow';

/** Longest time for one article, in milliseconds, and most memory of one thread, in MiB. */
const LONGEST_MS = 120_000;
const HEAP_MB = 1_024;

const program = new URL('../engine/engine-thread.mjs', import.meta.url);

interface Task {
  readonly text: string;
  readonly resolve: (check: Check) => void;
  readonly reject: (error: Error) => void;
}

type Answer = { readonly id: number; readonly check?: Check; readonly fault?: string } | { readonly ready: true };

/** One thread at work, and what it works on. */
interface Seat {
  thread: Worker;
  task: Task | null;
  timer: NodeJS.Timeout | undefined;
}

/** The engine in threads of its own: a hard article slows its thread down, never the event loop; one that hangs is ended. */
export class EngineThreads implements Engine {
  private readonly waiting: Task[] = [];
  private readonly seats: Seat[] = [];
  private isClosed = false;

  constructor(
    private readonly size: number,
    private readonly longestMs = LONGEST_MS,
  ) {}

  check(text: string): Promise<Check> {
    return new Promise((resolve, reject) => {
      if (this.isClosed) return reject(new Error('the engine is closed'));
      this.waiting.push({ text, resolve, reject });
      this.next();
    });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    for (const task of this.waiting.splice(0)) task.reject(new Error('the engine is closed'));
    await Promise.all(this.seats.splice(0).map((seat) => this.empty(seat, 'the engine is closed')));
  }

  private next(): void {
    const free = this.seats.find((seat) => seat.task === null) ?? this.open();
    const task = free && this.waiting.shift();
    if (!free || !task) return;
    free.task = task;
    free.timer = setTimeout(() => void this.replace(free, `no answer in ${this.longestMs / 1000} s`), this.longestMs);
    free.thread.postMessage({ id: 0, text: task.text });
  }

  /** A further thread, where there may be one. */
  private open(): Seat | undefined {
    if (this.seats.length >= this.size || this.waiting.length === 0) return undefined;
    const thread = new Worker(program, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
    const seat: Seat = { thread, task: null, timer: undefined };
    thread.on('message', (answer: Answer) => this.take(seat, answer));
    thread.on('error', (error) => void this.replace(seat, error.message));
    this.seats.push(seat);
    return seat;
  }

  private take(seat: Seat, answer: Answer): void {
    if ('ready' in answer || seat.task === null) return;
    const { task } = seat;
    clearTimeout(seat.timer);
    seat.task = null;
    if (answer.check === undefined) task.reject(new Error(answer.fault ?? 'the engine said nothing'));
    else task.resolve(answer.check);
    this.next();
  }

  private async replace(seat: Seat, why: string): Promise<void> {
    const at = this.seats.indexOf(seat);
    if (at >= 0) this.seats.splice(at, 1);
    await this.empty(seat, `the engine was ended: ${why}`);
    if (!this.isClosed) this.next();
  }

  private async empty(seat: Seat, why: string): Promise<void> {
    clearTimeout(seat.timer);
    seat.task?.reject(new Error(why));
    seat.task = null;
    await seat.thread.terminate();
  }
}

import { fork, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const restartsPerMinute = 5;
const stopMs = 10_000;
const refuses = 3;

/** A program of ours kept alive as a child process. It ends with us, also when we are killed: see `end-with-parent`. */
export interface KeptChild {
  stop(): Promise<void>;
}

export interface ChildOptions {
  name: string;
  /** Absolute path of the program. */
  program: string;
  env: NodeJS.ProcessEnv;
  log: (line: string) => void;
  /** Whether exit status 3 means that it refuses to work: then it is left alone. */
  mayRefuse?: boolean;
  /** Called when it has died so often that starting it again makes no sense. */
  onGivenUp: (name: string) => void;
}

/** Starts a program and starts it again when it dies, at most five times a minute. */
export function keepAlive({ name, program, env, log, mayRefuse = false, onGivenUp }: ChildOptions): KeptChild {
  const deaths: number[] = [];
  let stopping = false;
  let child: ChildProcess;
  const launch = () => {
    child = fork(program, [], {
      env,
      execArgv: ['--enable-source-maps', '--import', fileURLToPath(new URL('./end-with-parent.js', import.meta.url))],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Its own group: Ctrl-C is ours to hand on, in the right order.
      detached: true,
    });
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', (line) => log(`[${name}] ${line}`));
    }
    child.once('exit', (code, signal) => {
      if (stopping) return;
      if (mayRefuse && code === refuses)
        return log(`[${name}] refuses to work and is not started again; see above why`);
      const now = Date.now();
      deaths.push(now);
      log(`[${name}] ended unexpectedly (${signal ?? `exit status ${code}`})`);
      if (deaths.filter((at) => now - at < 60_000).length > restartsPerMinute) onGivenUp(name);
      else setTimeout(() => stopping || launch(), 500);
    });
  };
  launch();
  return {
    stop: () =>
      new Promise((resolve) => {
        stopping = true;
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        const timer = setTimeout(() => child.kill('SIGKILL'), stopMs);
        child.once('exit', () => (clearTimeout(timer), resolve()));
        child.kill('SIGTERM');
      }),
  };
}

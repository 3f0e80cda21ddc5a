import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

const root = join(import.meta.dirname, '../../..');
const startMs = 120_000;

interface Running {
  pid: number;
  address: string;
  databasePort: number;
}

/** The real desk, started as its user starts it: `proofdesk start` in a folder of its own. */
export class RunningDesk {
  private constructor(
    readonly home: string,
    private readonly port: number,
    private readonly flags: string[],
    private child: ChildProcess,
    private said: string[],
  ) {}

  static async start(...flags: string[]): Promise<RunningDesk> {
    const home = mkdtempSync(join(tmpdir(), 'proofdesk-e2e-'));
    const desk = new RunningDesk(home, await freePort(), flags, undefined as never, []);
    await desk.launch();
    return desk;
  }

  get address(): string {
    return this.running().address;
  }

  get pid(): number {
    return this.running().pid;
  }

  /** A connection of the given database role. */
  async connect(role: 'app' | 'superuser'): Promise<Client> {
    const passwords = JSON.parse(readFileSync(join(this.home, 'database-passwords.json'), 'utf8')) as Record<
      string,
      string
    >;
    const user = role === 'superuser' ? 'postgres' : 'proofdesk_app';
    const client = new Client({
      host: '127.0.0.1',
      port: this.running().databasePort,
      user,
      password: passwords[role],
      database: 'proofdesk',
    });
    await client.connect();
    return client;
  }

  /** Starts (again) on the same data and waits until the desk is open. */
  async launch(): Promise<void> {
    rmSync(join(this.home, 'running.json'), { force: true });
    this.said = [];
    this.child = spawn(process.execPath, [join(root, 'apps/cli/bin/proofdesk.mjs'), 'start', ...this.flags], {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        PROOFDESK_HOME: this.home,
        PORT: String(this.port),
        DATABASE_URL: '',
        REDIS_URL: '',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk: Buffer) => this.said.push(chunk.toString()));
    const end = Date.now() + startMs;
    while (!existsSync(join(this.home, 'running.json'))) {
      if (this.child.exitCode !== null || Date.now() > end)
        throw new Error(`the desk did not start:\n${this.said.join('')}\n${this.log()}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** kill -9 of the supervisor: api and worker end with it, the database server lives on. */
  async kill(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }

  /** Ctrl-C; resolves with the exit status. */
  async interrupt(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const gone = once(this.child, 'exit');
      this.child.kill('SIGINT');
      await gone;
    }
    return this.child.exitCode;
  }

  async remove(): Promise<void> {
    await this.interrupt();
    const note = join(this.home, 'database-folder');
    if (existsSync(note)) rmSync(readFileSync(note, 'utf8').trim(), { recursive: true, force: true });
    rmSync(this.home, { recursive: true, force: true });
  }

  /** Everything the terminal showed. */
  output(): string {
    return this.said.join('');
  }

  log(): string {
    const file = join(this.home, 'proofdesk.log');
    return existsSync(file) ? readFileSync(file, 'utf8').slice(-5_000) : '';
  }

  private running(): Running {
    return JSON.parse(readFileSync(join(this.home, 'running.json'), 'utf8')) as Running;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

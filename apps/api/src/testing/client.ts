import { randomUUID } from 'node:crypto';
import { type Problem, problemSchema } from '@proofdesk/contract';
import { type z } from 'zod';

/** What an answer held, read once. */
export class Answered {
  constructor(
    readonly status: number,
    readonly headers: Headers,
    readonly text: string,
  ) {}

  /** The body by its schema. @throws Error that shows the answer where it is another one */
  as<T>(schema: z.ZodType<T>, status = 200): T {
    if (this.status !== status) throw new Error(`expected ${status}, got ${this.status}: ${this.text.slice(0, 600)}`);
    return schema.parse(JSON.parse(this.text));
  }

  /** The problem that the answer is; its parts must agree with the headers. */
  problem(): Problem {
    if (this.headers.get('content-type') !== 'application/problem+json; charset=utf-8') {
      throw new Error(`no problem: ${this.status} ${this.text.slice(0, 600)}`);
    }
    const problem = problemSchema.parse(JSON.parse(this.text));
    if (problem.status !== this.status) throw new Error(`status ${this.status} and ${problem.status}`);
    return problem;
  }

  get code(): string {
    return this.problem().code;
  }
}

export interface Sending {
  readonly ifMatch?: string;
  /** `null` sends none; left out, a fresh one. */
  readonly key?: string | null;
  readonly headers?: Record<string, string>;
}

/** A browser of one person, as far as the api can tell. */
export class Client {
  constructor(
    private readonly address: string,
    public cookie: string = '',
  ) {}

  static async signIn(address: string, login: string, password: string): Promise<Client> {
    const client = new Client(address);
    const answer = await client.post('/session', { login, password });
    if (answer.status !== 200) throw new Error(`${login}: ${answer.text}`);
    client.cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    return client;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answered> {
    return this.send('GET', path, undefined, { key: null, headers });
  }

  post(path: string, body?: unknown, sending: Sending = {}): Promise<Answered> {
    return this.send('POST', path, body, sending);
  }

  async send(method: string, path: string, body: unknown, { ifMatch, key, headers }: Sending): Promise<Answered> {
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(`${this.address}/api/v1${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(this.cookie !== '' && { cookie: this.cookie }),
        ...(method !== 'GET' && { origin: this.address, 'sec-fetch-site': 'same-origin' }),
        ...(body !== undefined && !raw && { 'content-type': 'application/json' }),
        ...(ifMatch !== undefined && { 'if-match': ifMatch }),
        ...(key !== null && method === 'POST' && { 'idempotency-key': key ?? randomUUID() }),
        ...headers,
      },
      ...(body !== undefined && { body: raw ? (body as string | Uint8Array) : JSON.stringify(body) }),
    });
    return new Answered(response.status, response.headers, await response.text());
  }
}

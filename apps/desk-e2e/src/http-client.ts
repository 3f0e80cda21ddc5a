import { type Ingested, type Problem } from '@proofdesk/contract';

/** Signs in over HTTP as a browser of the same site would, and keeps the cookie. */
export async function signInOverHttp(address: string, login: string, password: string): Promise<HttpClient> {
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ login, password }),
  });
  if (!answer.ok) throw new Error(`sign-in of ${login}: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
  return new HttpClient(address, cookie.join('; '));
}

export class HttpClient {
  constructor(
    private readonly address: string,
    private readonly cookie: string,
  ) {}

  /** Feeds an article in; the answer is the acknowledgement. @throws Error for any other answer */
  async ingest(text: string): Promise<Ingested> {
    const answer = await this.post('/articles', { text });
    if (answer.status !== 200 && answer.status !== 202)
      throw new Error(`ingest: ${answer.status} ${((await answer.json()) as Problem).detail}`);
    return (await answer.json()) as Ingested;
  }

  async read<T>(path: string): Promise<T> {
    const answer = await fetch(`${this.address}/api/v1${path}`, {
      headers: { cookie: this.cookie },
      signal: AbortSignal.timeout(10_000),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.address}/api/v1${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: this.address,
        'sec-fetch-site': 'same-origin',
        cookie: this.cookie,
        ...headers,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
  }
}

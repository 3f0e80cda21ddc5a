import {
  type AssertionSummary,
  type ReviewTask,
  ingestedSchema,
  reviewTaskPageSchema,
  reviewTaskSchema,
} from '@proofdesk/contract';
import { type Answered, type Client, type Sending } from './client.js';
import { type ServedDesk } from './desk.js';

/** Ingests an article and extracts it; its assertions in queue order. */
export async function ingested(
  desk: ServedDesk,
  article: { readonly text: string; readonly [meta: string]: unknown },
): Promise<readonly AssertionSummary[]> {
  const checker = await desk.as('checker');
  const taken = (await checker.post('/articles', article)).as(ingestedSchema, 202);
  await desk.extract(taken);
  return (await checker.get(`/review-tasks?articleId=${taken.articleId}&limit=200`)).as(reviewTaskPageSchema).items;
}

/** One review task, followed through its steps: each is sent with the ETag of the answer before. */
export class Steps {
  constructor(
    public task: ReviewTask,
    public token: string | null = null,
  ) {}

  static async read(client: Client, id: string): Promise<Steps> {
    return new Steps((await client.get(`/review-tasks/${id}`)).as(reviewTaskSchema));
  }

  /** Sends a step; `body.leaseToken` is filled in while the task is held. */
  send(client: Client, step: string, body: object = {}, sending: Sending = {}): Promise<Answered> {
    const held = this.token !== null && needsToken.test(step) ? { leaseToken: this.token } : {};
    return client.post(
      `/review-tasks/${this.task.id}/${step}`,
      { ...held, ...body },
      { ifMatch: `"${bare(this.task.etag)}"`, ...sending },
    );
  }

  /** Sends a step that must succeed, and remembers the fresh task. */
  async do(client: Client, step: string, body: object = {}): Promise<ReviewTask> {
    const answer = await this.send(client, step, body);
    this.task = answer.as(reviewTaskSchema);
    if (answer.headers.get('etag') !== `"${bare(this.task.etag)}"`) throw new Error('ETag and body differ');
    this.token = this.task.leaseToken;
    return this.task;
  }

  /** Reads the task again, as others may have changed it. */
  async refresh(client: Client): Promise<ReviewTask> {
    this.task = (await client.get(`/review-tasks/${this.task.id}`)).as(reviewTaskSchema);
    return this.task;
  }

  async propose(client: Client, pieces: readonly object[], rating = 'mostly-false'): Promise<ReviewTask> {
    await this.do(client, 'lease');
    for (const piece of pieces) await this.do(client, 'evidence', piece);
    return this.do(client, 'verdict', { rating, rationale: 'The record shows it.' });
  }
}

const needsToken = /^(lease\/(renew|release)|block|unblock|evidence|verdict|relabel)/;
const bare = (etag: string): string => etag.replaceAll('"', '');

export const primary = {
  title: 'Register of the port',
  url: 'https://register.example/port',
  quote: 'No payment is entered.',
  stance: 'refutes',
  origin: 'Port register',
  isPrimary: true,
};
export const independent = [
  { title: 'Report A', url: 'https://a.example/1', stance: 'refutes', origin: 'Agency A' },
  { title: 'Report B', url: 'https://b.example/2', stance: 'refutes', origin: 'Agency B' },
];

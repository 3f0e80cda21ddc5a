import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PersonActor } from './actor.js';
import { decideOnce, type Answer } from './decide-once.js';
import { type Desk } from './desk.js';
import { dismissAssertion } from './dismiss-assertion.js';
import { readHistory } from './read-history.js';
import { readReviewTask } from './read-review-task.js';
import { article, codeOf, must, openTestDesk, person, type TestDesk } from './testing/test-desk.js';

let desk: TestDesk;
let checker: PersonActor;

beforeAll(async () => {
  desk = await openTestDesk(20);
  checker = await person(desk, 'checker');
});
afterAll(() => desk.close());

const route = 'POST /review-tasks/:id/dismiss';

/** Dismisses as the api would: the outcome, also a refusal, becomes the answer. */
async function decision() {
  const { ids } = await article(desk, ['normal']);
  const task = await must(readReviewTask(desk, checker, { assertionId: ids[0] ?? '' }));
  const request = { key: randomUUID(), route, fingerprint: 'a'.repeat(64) };
  let runs = 0;
  const run = async (inside: Desk): Promise<Answer> => {
    runs += 1;
    const command = { assertionId: task.id, ifMatch: task.etag, reason: 'opinion', note: '' } as const;
    const outcome = await dismissAssertion(inside, checker, command);
    return outcome.ok
      ? { status: 200, body: JSON.stringify(outcome.value), etag: outcome.value.etag }
      : { status: 412, body: JSON.stringify(outcome.refusal), etag: null };
  };
  return { task, request, run, runs: () => runs };
}

const entries = async (assertionId: string) =>
  (await must(readHistory(desk, checker, { assertionId, limit: 50 }))).items;

describe('the same request twice', () => {
  it('decides once and is answered in the same bytes, also when sixteen come at once', async () => {
    const { task, request, run, runs } = await decision();
    const answers = await Promise.all(Array.from({ length: 16 }, () => must(decideOnce(desk, checker, request, run))));
    expect(runs()).toBe(1);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    const history = await entries(task.id);
    expect(history.map(({ type }) => type)).toEqual(['assertion.queued', 'assertion.dismissed']);
    const idem = createHash('sha256').update(request.key).digest('hex');
    expect((JSON.parse(history[1]?.body ?? '{}') as { idem?: string }).idem).toBe(idem);
  });

  it('is refused with another body under the same key, and runs again under another key or for another person', async () => {
    const { request, run } = await decision();
    await must(decideOnce(desk, checker, request, run));
    const changed = { ...request, fingerprint: 'b'.repeat(64) };
    expect(await codeOf(decideOnce(desk, checker, changed, run))).toBe('request.idempotency_key_reused');
    const fresh = await must(decideOnce(desk, checker, { ...request, key: randomUUID() }, run));
    expect(fresh).toMatchObject({ replayed: false, status: 412 });
    const other = await must(decideOnce(desk, await person(desk, 'checker'), request, run));
    expect(other.replayed).toBe(false);
  });

  it('keeps a refusal as the answer, and nothing of what the refused decision wrote', async () => {
    const { task, request, run } = await decision();
    await must(
      dismissAssertion(desk, checker, { assertionId: task.id, ifMatch: task.etag, reason: 'opinion', note: '' }),
    );
    const first = await must(decideOnce(desk, checker, request, run));
    expect(first).toMatchObject({ status: 412, replayed: false });
    expect(await must(decideOnce(desk, checker, request, run))).toEqual({ ...first, replayed: true });
    expect(await entries(task.id)).toHaveLength(2);
  });

  it('leaves no trace when rendering the answer throws, so that it may be sent again', async () => {
    const { task, request, run } = await decision();
    const broken = async (inside: Desk): Promise<Answer> => {
      await run(inside);
      throw new Error('the line was cut');
    };
    await expect(decideOnce(desk, checker, request, broken)).rejects.toThrow('the line was cut');
    expect(await entries(task.id)).toHaveLength(1);
    expect((await must(decideOnce(desk, checker, request, run))).status).toBe(200);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type AssertionSummary,
  notificationPageSchema,
  reviewTaskCountsSchema,
  reviewTaskPageSchema,
  reviewTaskSchema,
} from '@proofdesk/contract';
import { type Client } from './testing/client.js';
import { type ServedDesk, serveDesk } from './testing/desk.js';
import { harbour } from './testing/harbour.js';
import { Steps, ingested, primary } from './testing/task-steps.js';

let desk: ServedDesk;
let tasks: readonly AssertionSummary[];
let checker: Client, editor: Client, both: Client;

beforeAll(async () => {
  desk = await serveDesk();
  [checker, editor, both] = (await Promise.all(['checker', 'editor', 'both'].map((login) => desk.as(login)))) as [
    Client,
    Client,
    Client,
  ];
  tasks = await ingested(desk, { text: harbour, title: 'Harbour' });
});
afterAll(() => desk.close());

/** The first checkable statement of an article, still in the queue. */
const aStatement = async (article: { text: string; [meta: string]: unknown }): Promise<AssertionSummary> => {
  const all = await ingested(desk, article);
  const found = all.find(({ state, kind }) => state === 'queued' && kind === 'statement');
  if (!found) throw new Error(JSON.stringify(all));
  return found;
};

describe('the other decisions', () => {
  it('dismiss and requeue, a serious one by an editor alone', async () => {
    const [first, second] = await ingested(desk, {
      text: `Another day\n\nInvestigations have uncovered that the mayor Ilse Korn took bribes from the builder. The quay is nine metres wide.\n`,
    });
    const serious = await Steps.read(checker, first!.id);
    expect(serious.task.risk).toBe('serious');
    const no = (await serious.send(checker, 'dismiss', { reason: 'not_checkable' })).problem();
    expect(no).toMatchObject({
      status: 403,
      code: 'permission.denied',
      detail: expect.stringContaining('serious allegation'),
    });
    expect(await serious.do(editor, 'dismiss', { reason: 'duplicate', note: 'See above.' })).toMatchObject({
      state: 'dismissed',
    });
    expect(await serious.do(checker, 'requeue', { reason: 'Not the same.' })).toMatchObject({ state: 'queued' });
    const plain = await Steps.read(checker, second!.id);
    if (plain.task.state === 'queued') await plain.do(checker, 'dismiss', { reason: 'opinion' });
    expect(plain.task.state).toBe('dismissed');
  });

  it('lease, block, unblock, release, take over; relabel beside the machine’s label', async () => {
    const summary = await aStatement({
      text: 'Third day\n\nThe pier was built in 1911 by the Lind company.\n',
    });
    const steps = await Steps.read(checker, summary.id);
    await steps.do(checker, 'lease');
    const until = new Date(Date.now() + 86_400_000).toISOString();
    expect(await steps.do(checker, 'block', { awaited: 'reply', until, note: 'Asked the company.' })).toMatchObject({
      state: 'blocked',
      blocked: { awaited: 'reply', note: 'Asked the company.' },
    });
    expect(await steps.do(checker, 'unblock')).toMatchObject({ state: 'in_check' });
    const label = { sourcing: 'documented', kind: 'statement', allegation: null, reason: 'A register is named.' };
    const relabelled = await steps.do(checker, 'relabel', label);
    expect(relabelled).toMatchObject({ sourcing: 'documented', machineLabel: { sourcing: summary.sourcing } });
    expect(await steps.do(editor, 'lease/take-over', { reason: 'Needed by noon.' })).toMatchObject({
      state: 'queued',
      lease: null,
    });
    steps.token = null;
    expect(await steps.do(checker, 'lease')).toMatchObject({ state: 'in_check' });
    expect(await steps.do(checker, 'lease/release')).toMatchObject({ state: 'queued' });
    expect((await steps.send(checker, 'lease/release', { leaseToken: '1' })).status).toBe(409);
  });

  it('withdraw evidence, and the verdict that rested on it goes stale', async () => {
    const summary = await aStatement({
      text: 'Fourth day\n\nThe lock was widened to nineteen metres in 1954.\n',
    });
    const steps = await Steps.read(checker, summary.id);
    await steps.propose(checker, [primary], 'true');
    const evidenceId = steps.task.evidence[0]!.id;
    const unknown = await steps.send(editor, 'evidence/0a0b0c0d-0000-4000-8000-000000000000/withdraw', { reason: 'x' });
    expect(unknown.status).toBe(404);
    steps.token = null;
    const stale = await steps.do(editor, `evidence/${evidenceId}/withdraw`, { reason: 'The page is forged.' });
    expect(stale.state).toBe('stale');
    expect(stale.evidence[0]!.withdrawnAt).not.toBeNull();
    expect(await steps.do(editor, 'requeue', { reason: 'Check it anew.' })).toMatchObject({ state: 'queued' });
  });

  it('are closed to the author of the article', async () => {
    const summary = await aStatement({
      text: 'Fifth day\n\nThe ferry house was built in 1931 by the Lind company.\n',
      authorPersonId: desk.people['both'],
    });
    const steps = await Steps.read(both, summary.id);
    expect((await both.post(`/review-tasks/${summary.id}/lease`)).problem()).toMatchObject({
      status: 403,
      code: 'task.own_article',
    });
    expect((await steps.send(both, 'dismiss', { reason: 'opinion' })).problem()).toMatchObject({
      status: 403,
      code: 'task.own_article',
    });
  });

  it.each(['admin', 'auditor', 'service', 'reporter'])(
    'are closed to a %s, who is told no more than the role may see',
    async (login) => {
      const client = await desk.as(login);
      const steps = new Steps((await checker.get(`/review-tasks/${tasks[0]!.id}`)).as(reviewTaskSchema));
      const bodies: Record<string, object> = {
        dismiss: { reason: 'opinion' },
        requeue: { reason: 'x' },
        approve: { verdictVersion: 1 },
        return: { verdictVersion: 1, reason: 'x' },
        publish: { verdictVersion: 1 },
        retract: { publicNote: 'x' },
        verdict: { rating: 'true', rationale: 'x', leaseToken: '1' },
        relabel: { sourcing: 'self', kind: 'statement', allegation: null, reason: 'x' },
        'lease/take-over': { reason: 'x' },
        evidence: { ...primary, leaseToken: '1' },
        block: { awaited: 'reply', until: new Date().toISOString(), note: 'x', leaseToken: '1' },
        unblock: {},
        'lease/release': { leaseToken: '1' },
      };
      const sees = login === 'admin' || login === 'auditor';
      for (const [step, body] of Object.entries(bodies)) {
        const problem = (await steps.send(client, step, body)).problem();
        expect([step, problem.code]).toEqual([step, sees ? 'permission.denied' : 'not_found']);
      }
      expect((await client.get(`/review-tasks/${tasks[0]!.id}`)).status).toBe(sees ? 200 : 404);
      expect((await client.get(`/review-tasks/${tasks[0]!.id}/history`)).status).toBe(sees ? 200 : 404);
    },
  );

  it('are refused with pointers where their bodies are wrong', async () => {
    const steps = await Steps.read(checker, tasks[1]!.id);
    const wrong: [string, object, string][] = [
      ['dismiss', { reason: 'bored' }, '/reason'],
      ['requeue', { reason: '  ' }, '/reason'],
      ['approve', {}, '/verdictVersion'],
      ['verdict', { rating: 'true', rationale: '', leaseToken: '1' }, '/rationale'],
      ['evidence', { ...primary, leaseToken: '1', url: 'file:///etc/passwd' }, '/url'],
      ['relabel', { sourcing: 'x', kind: 'statement', allegation: null, reason: 'x' }, '/sourcing'],
      ['approve', { verdictVersion: 1, approvedBy: 'x' }, '/approvedBy'],
    ];
    for (const [step, body, pointer] of wrong) {
      const problem = (await steps.send(checker, step, body)).problem();
      expect([step, problem.code, problem.errors?.map((each) => each.pointer)]).toEqual([
        step,
        'request.invalid',
        [pointer],
      ]);
    }
  });
});

describe('lists', () => {
  it('filter by sourcing, needsSource, risk and article, and count the same', async () => {
    const articleId = tasks[0]!.articleId;
    for (const query of [
      `articleId=${articleId}`,
      `risk=serious,sensitive`,
      `sourcing=quoted`,
      `needsSource=true&articleId=${articleId}`,
    ]) {
      const items = (await checker.get(`/review-tasks?${query}&limit=200`)).as(reviewTaskPageSchema).items;
      const counts = (await checker.get(`/review-tasks/counts?${query}`)).as(reviewTaskCountsSchema);
      expect(counts.total).toBe(items.length);
      expect(items.length).toBeGreaterThan(0);
      if (query.startsWith('sourcing')) expect(items.every(({ sourcing }) => sourcing === 'quoted')).toBe(true);
      if (query.startsWith('needsSource')) expect(items.every(({ needsSource }) => needsSource)).toBe(true);
    }
    expect((await checker.get('/review-tasks?risk=dangerous')).problem().status).toBe(400);
  });

  it('notifications are one’s own', async () => {
    expect(
      (await checker.get('/notifications')).as(notificationPageSchema).items.every(({ readAt }) => readAt === null),
    ).toBe(true);
    expect((await checker.post('/notifications/read', {})).status).toBe(200);
    expect((await (await desk.as('service')).get('/notifications')).status).toBe(403);
  });
});

describe('health', () => {
  it('is ready while the database answers', async () => {
    expect((await fetch(`${desk.address}/health/ready`)).status).toBe(200);
  });
});

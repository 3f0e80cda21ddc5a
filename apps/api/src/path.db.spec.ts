import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AssertionSummary, ledgerPageSchema, publicationPageSchema, reviewTaskSchema } from '@proofdesk/contract';
import { claimReviewFaults } from '@proofdesk/publication';
import { parseHTML } from 'linkedom';
import { type Client } from './testing/client.js';
import { type ServedDesk, serveDesk } from './testing/desk.js';
import { harbour } from './testing/harbour.js';
import { Steps, independent, ingested, primary } from './testing/task-steps.js';

let desk: ServedDesk;
let tasks: readonly AssertionSummary[];
let checker: Client, editor: Client, editor2: Client, both: Client;

beforeAll(async () => {
  desk = await serveDesk();
  [checker, editor, editor2, both] = (await Promise.all(
    ['checker', 'editor', 'editor2', 'both'].map((login) => desk.as(login)),
  )) as [Client, Client, Client, Client];
  tasks = await ingested(desk, { text: harbour, title: 'Harbour' });
});
afterAll(() => desk.close());

const find = (is: (task: AssertionSummary) => boolean): AssertionSummary => {
  const found = tasks.find(is);
  if (!found)
    throw new Error(
      `no such assertion among ${JSON.stringify(tasks.map(({ exact, sourcing, risk }) => [exact, sourcing, risk]))}`,
    );
  return found;
};
const readPage = async (slug: string) => {
  const response = await fetch(`${desk.address}/verdicts/${slug}`);
  return { response, document: parseHTML(await response.text()).document };
};

describe('a serious allegation without a source', () => {
  let steps: Steps;

  it('stands first in the queue and goes to the checker who takes the next task', async () => {
    expect(tasks[0]).toMatchObject({ risk: 'serious', needsSource: true, state: 'queued' });
    const taken = await checker.post('/review-tasks/take-next', { risk: ['serious'] }, { key: null });
    steps = new Steps(taken.as(reviewTaskSchema));
    steps.token = steps.task.leaseToken;
    expect(steps.task).toMatchObject({
      id: tasks[0]!.id,
      state: 'in_check',
      lease: { holder: { name: 'Person checker' } },
    });
    expect(taken.headers.get('etag')).toBe(`"${steps.task.etag.replaceAll('"', '')}"`);
    expect(steps.token).not.toBeNull();
  });

  it('shows the token of the lease to its holder alone', async () => {
    const seen = (await editor.get(`/review-tasks/${steps.task.id}`)).as(reviewTaskSchema);
    expect(seen.leaseToken).toBeNull();
    expect(seen.lease?.holder.id).toBe(desk.people['checker']);
  });

  it('cannot be judged before there is evidence, and says what is missing', async () => {
    const problem = (await steps.send(checker, 'verdict', { rating: 'false', rationale: 'Because.' })).problem();
    expect(problem).toMatchObject({ status: 422, code: 'evidence.incomplete' });
    expect(problem.reasons?.length).toBeGreaterThan(0);
    expect((await steps.send(checker, 'verdict', { rating: 'no-such', rationale: 'x' })).status).toBe(422);
  });

  it('keeps a draft without moving on', async () => {
    const before = steps.task.etag;
    const answer = await checker.send(
      'PUT',
      `/review-tasks/${steps.task.id}/draft`,
      { leaseToken: steps.token, rating: null, rationale: 'Half a thought' },
      {},
    );
    expect(answer.as(reviewTaskSchema)).toMatchObject({ draft: { rationale: 'Half a thought' }, etag: before });
    const renewed = await checker.post(
      `/review-tasks/${steps.task.id}/lease/renew`,
      { leaseToken: steps.token },
      { key: null },
    );
    expect(renewed.as(reviewTaskSchema).etag).toBe(before);
  });

  it('takes no step from somebody who does not hold it, nor with an old token', async () => {
    const other = await desk.as('checker2');
    for (const [client, token, code] of [
      [other, steps.token, 'task.leased_by_other'],
      [checker, '999999', 'task.lease_lost'],
    ] as const) {
      const problem = (await steps.send(client, 'evidence', { ...primary, leaseToken: token })).problem();
      expect(problem).toMatchObject({ status: 409, code });
    }
    expect((await other.post(`/review-tasks/${steps.task.id}/lease`)).problem().status).toBe(409);
  });

  it('takes no step blindly (428) and none on an old state (412)', async () => {
    const blind = await checker.post(`/review-tasks/${steps.task.id}/evidence`, {
      ...primary,
      leaseToken: steps.token,
    });
    expect(blind.problem()).toMatchObject({ status: 428, code: 'request.if_match_missing' });
    const old = await steps.send(checker, 'evidence', primary, { ifMatch: '"1-0000000000000000"' });
    expect(old.problem()).toMatchObject({ status: 412, code: 'request.stale' });
    const keyless = await steps.send(checker, 'evidence', primary, { key: null });
    expect(keyless.problem()).toMatchObject({ status: 400, code: 'request.idempotency_key_missing' });
    const badKey = await steps.send(checker, 'evidence', primary, { key: 'short' });
    expect(badKey.problem()).toMatchObject({ status: 400, code: 'request.invalid' });
  });

  it('takes a piece of evidence once, however often the request comes, and answers in the same bytes', async () => {
    const key = '11111111-2222-4333-8444-555555555555';
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => steps.send(checker, 'evidence', primary, { key })),
    );
    const good = answers.filter(({ status }) => status === 200);
    expect(good.length).toBe(8);
    expect(new Set(good.map(({ text }) => text)).size).toBe(1);
    expect(new Set(good.map(({ headers }) => headers.get('etag'))).size).toBe(1);
    expect(good.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')).toHaveLength(7);
    const reordered = Object.fromEntries(Object.entries({ ...primary, leaseToken: steps.token }).reverse());
    const again = await steps.send(checker, 'evidence', reordered, { key });
    expect(again.text).toBe(good[0]!.text);
    expect((await steps.send(checker, 'evidence', { ...primary, title: 'Other' }, { key })).problem()).toMatchObject({
      status: 422,
      code: 'request.idempotency_key_reused',
    });
    const task = await steps.refresh(checker);
    expect(task.evidence).toHaveLength(1);
    expect(task.evidenceRule.met).toBe(true);
  });

  it('stores a refusal under its key, too', async () => {
    const key = 'refused-refused-refused-1';
    const first = await steps.send(checker, 'verdict', { rating: 'no-such', rationale: 'x' }, { key });
    const again = await steps.send(checker, 'verdict', { rating: 'no-such', rationale: 'x' }, { key });
    expect(first.problem()).toMatchObject({ status: 422, code: 'verdict.rating_unknown' });
    expect([again.status, again.text]).toEqual([first.status, first.text]);
    expect(again.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  });

  it('is proposed, and its checker cannot approve it', async () => {
    const task = await steps.do(checker, 'verdict', {
      rating: 'mostly-false',
      rationale: 'The register shows no payment.',
    });
    expect(task).toMatchObject({ state: 'in_approval', approvals: { given: 0, needed: 2 } });
    expect((await steps.send(checker, 'approve', { verdictVersion: 1 })).problem()).toMatchObject({
      status: 403,
      code: 'permission.denied',
    });
  });

  it('needs two editors, each once, and is not published before', async () => {
    expect((await steps.send(editor, 'publish', { verdictVersion: 1 })).problem().status).toBe(409);
    expect((await steps.send(editor, 'approve', { verdictVersion: 2 })).problem().status).toBeGreaterThanOrEqual(409);
    const once = await steps.do(editor, 'approve', { verdictVersion: 1, note: 'Seen.' });
    expect(once).toMatchObject({ state: 'in_approval', approvals: { given: 1, needed: 2 } });
    expect(once.publishGate.join()).toMatch(/One more editor/);
    expect((await steps.send(editor, 'approve', { verdictVersion: 1 })).problem()).toMatchObject({
      status: 409,
      code: 'approval.already_given',
    });
    const twice = await steps.do(editor2, 'approve', { verdictVersion: 1 });
    expect(twice).toMatchObject({ state: 'approved', approvals: { given: 2, needed: 2 }, publishGate: [] });
  });

  it('is published without ClaimReview: the claim is the newsroom’s own', async () => {
    for (const login of ['checker', 'admin', 'auditor']) {
      expect((await steps.send(await desk.as(login), 'publish', { verdictVersion: 1 })).problem()).toMatchObject({
        status: 403,
        code: 'permission.denied',
      });
    }
    const task = await steps.do(editor, 'publish', { verdictVersion: 1, claimReviewed: 'Oskar Brandt took bribes.' });
    expect(task.state).toBe('published');
    const { response, document } = await readPage(task.publication!.slug);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(document.querySelector('h1')?.textContent).toBe('Oskar Brandt took bribes.');
    expect(document.querySelector('script')).toBeNull();
    expect(document.body.textContent).toMatch(/carries no ClaimReview record/);
  });

  it('has its whole history, oldest first, for whoever may see it, and for the admin among all others', async () => {
    const history = (await checker.get(`/review-tasks/${steps.task.id}/history?limit=200`)).as(ledgerPageSchema).items;
    expect(history.map(({ seq }) => seq)).toEqual(history.map((_, at) => at + 1));
    for (let at = 1; at < history.length; at++) expect(history[at]!.prev).toBe(history[at - 1]!.leaf);
    const types = history.map(({ type }) => type);
    expect(types.filter((type) => type === 'verdict.approved')).toHaveLength(2);
    expect(types.at(-1)).toBe('verdict.published');
    expect(history.at(-1)?.actor).toMatchObject({ kind: 'person', name: 'Person editor' });
    const admin = await desk.as('admin');
    const all = (await admin.get(`/ledger/entries?stream=${steps.task.id}&limit=200`)).as(ledgerPageSchema).items;
    expect(all.map(({ leaf }) => leaf)).toEqual(history.map(({ leaf }) => leaf).reverse());
  });
});

describe('a quote of an outside source', () => {
  it('is published with ClaimReview that names the source', async () => {
    const steps = await Steps.read(checker, find(({ sourcing }) => sourcing === 'quoted').id);
    await steps.propose(checker, [primary, ...independent]);
    while (steps.task.state === 'in_approval')
      await steps.do(steps.task.approvals?.given === 0 ? editor : editor2, 'approve', { verdictVersion: 1 });
    const { publication } = await steps.do(editor, 'publish', {
      verdictVersion: 1,
      claimReviewed: 'The harbour was closed for two days in March.',
    });
    const { document } = await readPage(publication!.slug);
    const json = JSON.parse(document.querySelector('script[type="application/ld+json"]')?.textContent ?? 'null') as {
      itemReviewed: { author: { name: string } };
    };
    expect(claimReviewFaults(json)).toEqual([]);
    expect(json.itemReviewed.author.name).toContain('Ferrel');
    const [listed] = (
      await (
        await fetch(`${desk.address}/api/v1/publications`)
      )
        .json()
        .then((body) => publicationPageSchema.parse(body))
    ).items;
    expect(listed).toMatchObject({ slug: publication!.slug, hasClaimReview: true });
    const list = await (await fetch(`${desk.address}/verdicts`)).text();
    expect(list).toContain(`/verdicts/${publication!.slug}`);
    expect((await fetch(`${desk.address}/verdicts/nothing-here`)).status).toBe(404);

    const second = 'Readers: the log was misread.';
    await steps.do(editor, 'retract', { publicNote: second });
    expect((await steps.refresh(editor)).state).toBe('published');
    expect((await steps.send(editor, 'retract', { publicNote: second })).problem().status).toBeGreaterThanOrEqual(403);
    expect((await steps.do(editor2, 'retract', { publicNote: second })).state).toBe('retracted');
    const { document: retracted } = await readPage(publication!.slug);
    expect(retracted.querySelector('.retraction')?.textContent).toContain(second);
    expect(retracted.querySelector('script')).toBeNull();
  });
});

describe('one person with two roles', () => {
  it('cannot approve what the same person proposed', async () => {
    const steps = await Steps.read(both, find(({ exact }) => exact.includes('eleven berths')).id);
    const task = await steps.propose(both, [primary], 'true');
    expect(task.state).toBe('in_approval');
    expect((await steps.send(both, 'approve', { verdictVersion: 1 })).problem()).toMatchObject({
      status: 403,
      code: 'approval.own_verdict',
    });
    const back = await steps.do(editor, 'return', { verdictVersion: 1, reason: 'Which berths?' });
    expect(back).toMatchObject({ state: 'queued', stateReason: expect.stringContaining('Which berths?') });
  });
});

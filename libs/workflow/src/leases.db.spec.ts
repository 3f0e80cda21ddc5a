import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { type PersonActor } from './actor.js';
import { attachEvidence } from './attach-evidence.js';
import { blockTask } from './block-task.js';
import { expireLeases } from './expire-leases.js';
import { leaseTask } from './lease-task.js';
import { readHistory } from './read-history.js';
import { readReviewTask } from './read-review-task.js';
import { releaseLease } from './release-lease.js';
import { renewLease } from './renew-lease.js';
import { saveDraft } from './save-draft.js';
import { takeNextTask } from './take-next-task.js';
import { takeOverLease } from './take-over-lease.js';
import { article, codeOf, must, openTestDesk, person, piece, type TestDesk } from './testing/test-desk.js';
import { unblockTask } from './unblock-task.js';
import { wakeBlockedTasks } from './wake-blocked-tasks.js';

let desk: TestDesk;
let checker: PersonActor;
let other: PersonActor;
let editor: PersonActor;
let owner: Client;

beforeAll(async () => {
  desk = await openTestDesk(20);
  [checker, other, editor] = [
    await person(desk, 'checker'),
    await person(desk, 'checker'),
    await person(desk, 'editor'),
  ];
  owner = new Client({ connectionString: desk.database.url('superuser') });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await desk.close();
});

const one = async (word = 'normal', meta = {}): Promise<string> => (await article(desk, [word], meta)).ids[0] ?? '';
/** Time cannot be waited for, so the rows are moved back. */
const age = (assertionId: string, column: 'lease_until' | 'blocked_until') =>
  owner.query(`UPDATE review_task SET ${column} = now() - interval '1 second' WHERE assertion_id = $1`, [assertionId]);

describe('taking the next task', () => {
  it('gives 32 checkers who ask at once 32 different tasks, the serious ones first', async () => {
    const { ids } = await article(desk, [...Array<string>(20).fill('normal'), ...Array<string>(20).fill('serious')]);
    const taken = await Promise.all(Array.from({ length: 32 }, () => must(takeNextTask(desk, checker, {}))));
    expect(new Set(taken.map(({ id }) => id)).size).toBe(32);
    expect(new Set(taken.map(({ leaseToken }) => leaseToken))).toEqual(new Set(['1']));
    const ranks = taken.map(({ risk }) => risk).sort();
    expect(ranks).toEqual([...Array<string>(12).fill('normal'), ...Array<string>(20).fill('serious')]);
    expect(ids).toEqual(expect.arrayContaining(taken.map(({ id }) => id)));
    await Promise.all(
      taken.map(({ id, etag, leaseToken }) =>
        must(releaseLease(desk, checker, { assertionId: id, ifMatch: etag, leaseToken: leaseToken ?? '' })),
      ),
    );
  });

  it('keeps to the filters and to what one may check', async () => {
    const author = await person(desk, 'checker');
    const { articleId } = await article(desk, ['sensitive', 'normal'], { authorPersonId: author.personId });
    expect(await codeOf(takeNextTask(desk, author, { articleId }))).toBe('task.none_available');
    expect((await must(takeNextTask(desk, checker, { articleId, risk: ['normal'] }))).risk).toBe('normal');
    expect(await codeOf(takeNextTask(desk, checker, { articleId, sourcing: ['self'] }))).toBe('task.none_available');
    expect(await codeOf(takeNextTask(desk, editor, { articleId }))).toBe('permission.denied');
  });
});

describe('a lease', () => {
  it('is had by one at a time; heartbeats and drafts leave the ETag alone', async () => {
    const assertionId = await one();
    const task = await must(leaseTask(desk, checker, { assertionId }));
    const leaseToken = task.leaseToken ?? '';
    expect(task.lease?.seconds).toBeGreaterThan(290);
    expect(await codeOf(leaseTask(desk, other, { assertionId }))).toBe('task.leased_by_other');
    expect(await codeOf(renewLease(desk, other, { assertionId, leaseToken }))).toBe('task.leased_by_other');
    expect((await must(renewLease(desk, checker, { assertionId, leaseToken }))).etag).toBe(task.etag);
    const draft = { rating: 'mixed', rationale: 'So far.' };
    const saved = await must(saveDraft(desk, checker, { assertionId, leaseToken, ...draft }));
    expect(saved).toMatchObject({ etag: task.etag, draft });
    expect((await must(readReviewTask(desk, other, { assertionId }))).draft).toBeNull();
    expect((await must(readReviewTask(desk, other, { assertionId }))).leaseToken).toBeNull();
    expect((await must(leaseTask(desk, checker, { assertionId }))).leaseToken).toBe(leaseToken);
  });

  it('ends when its time is over, and the old token no longer writes', async () => {
    const assertionId = await one();
    const task = await must(leaseTask(desk, checker, { assertionId }));
    const leaseToken = task.leaseToken ?? '';
    await must(saveDraft(desk, checker, { assertionId, leaseToken, rating: null, rationale: 'Kept.' }));
    await age(assertionId, 'lease_until');
    expect(await expireLeases(desk)).toBe(1);
    expect(await expireLeases(desk)).toBe(0);
    expect(await codeOf(renewLease(desk, checker, { assertionId, leaseToken }))).toBe('task.wrong_state');
    const again = await must(leaseTask(desk, other, { assertionId }));
    expect(again.leaseToken).toBe('2');
    expect(again.draft?.rationale).toBe('Kept.');
    const late = { assertionId, ifMatch: again.etag, leaseToken, ...piece('registry') };
    expect(await codeOf(attachEvidence(desk, checker, late))).toBe('task.leased_by_other');
  });

  it('that is over but that nobody took still writes, and another may take it at once', async () => {
    const assertionId = await one();
    const task = await must(leaseTask(desk, checker, { assertionId }));
    await age(assertionId, 'lease_until');
    const write = { assertionId, ifMatch: task.etag, leaseToken: task.leaseToken ?? '', ...piece('registry') };
    await must(attachEvidence(desk, checker, write));
    await must(leaseTask(desk, other, { assertionId }));
    const { items } = await must(readHistory(desk, editor, { assertionId, limit: 20 }));
    expect(items.map(({ type }) => type)).toEqual([
      'assertion.queued',
      'task.leased',
      'evidence.attached',
      'task.lease_expired',
      'task.leased',
    ]);
  });

  it('can be taken away by an editor with a reason, never by the holder', async () => {
    const assertionId = await one();
    const task = await must(leaseTask(desk, checker, { assertionId }));
    const command = { assertionId, ifMatch: task.etag, reason: 'On leave.' };
    expect(await codeOf(takeOverLease(desk, other, command))).toBe('permission.denied');
    const taken = await must(takeOverLease(desk, editor, command));
    expect(taken).toMatchObject({ state: 'queued', lease: null });
  });
});

describe('a task that is set aside', () => {
  async function blocked(): Promise<{ assertionId: string; ifMatch: string; leaseToken: string }> {
    const assertionId = await one();
    const task = await must(leaseTask(desk, checker, { assertionId }));
    const leaseToken = task.leaseToken ?? '';
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const wait = { awaited: 'reply', until, note: 'The ministry answers tomorrow.' } as const;
    const set = await must(blockTask(desk, checker, { assertionId, ifMatch: task.etag, leaseToken, ...wait }));
    expect(set).toMatchObject({ state: 'blocked', blocked: { awaited: 'reply', note: wait.note }, lease: null });
    return { assertionId, ifMatch: set.etag, leaseToken };
  }

  it('is taken up again by its holder under the same lease, or sent back to the queue by an editor', async () => {
    const first = await blocked();
    expect(await codeOf(unblockTask(desk, other, first))).toBe('task.leased_by_other');
    const resumed = await must(unblockTask(desk, checker, first));
    expect(resumed).toMatchObject({ state: 'in_check', leaseToken: first.leaseToken });
    const { assertionId, ifMatch } = await blocked();
    expect((await must(unblockTask(desk, editor, { assertionId, ifMatch }))).state).toBe('queued');
  });

  it('returns to the queue when its time has come', async () => {
    const { assertionId } = await blocked();
    expect(await wakeBlockedTasks(desk)).toBe(0);
    await age(assertionId, 'blocked_until');
    expect(await wakeBlockedTasks(desk)).toBe(1);
    expect((await must(readReviewTask(desk, checker, { assertionId }))).state).toBe('queued');
  });

  it('is not set aside for ever or into the past', async () => {
    const assertionId = await one();
    const task = await must(leaseTask(desk, checker, { assertionId }));
    const held = {
      assertionId,
      ifMatch: task.etag,
      leaseToken: task.leaseToken ?? '',
      awaited: 'source',
      note: 'x',
    } as const;
    for (const until of ['2001-01-01T00:00:00Z', '2999-01-01T00:00:00Z'])
      expect(await codeOf(blockTask(desk, checker, { ...held, until }))).toBe('request.invalid');
  });
});

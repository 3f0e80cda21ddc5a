import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PersonActor } from './actor.js';
import { countReviewTasks } from './count-review-tasks.js';
import { dismissAssertion } from './dismiss-assertion.js';
import { leaseTask } from './lease-task.js';
import { listReviewTasks } from './list-review-tasks.js';
import { readHistory } from './read-history.js';
import { readReviewTask } from './read-review-task.js';
import { relabelAssertion } from './relabel-assertion.js';
import { requeueAssertion } from './requeue-assertion.js';
import { article, codeOf, must, openTestDesk, person, propose, type TestDesk } from './testing/test-desk.js';

let desk: TestDesk;
let checker: PersonActor;
let editor: PersonActor;

beforeAll(async () => {
  desk = await openTestDesk();
  [checker, editor] = [await person(desk, 'checker'), await person(desk, 'editor')];
});
afterAll(() => desk.close());

const plain = { sourcing: 'reported', kind: 'statement', allegation: null, reason: 'The engine misread it.' } as const;

describe('correcting a label', () => {
  it('keeps the machine label beside it, moves risk and place, and records both', async () => {
    const { articleId, ids } = await article(desk, ['normal', 'serious']);
    const [normal = '', serious = ''] = ids;
    const task = await must(leaseTask(desk, checker, { assertionId: serious }));
    const held = { assertionId: serious, ifMatch: task.etag, leaseToken: task.leaseToken ?? '' };
    expect(await codeOf(relabelAssertion(desk, checker, { ...held, leaseToken: undefined, ...plain }))).toBe(
      'task.lease_lost',
    );
    const relabelled = await must(relabelAssertion(desk, checker, { ...held, ...plain }));
    expect(relabelled).toMatchObject({
      risk: 'normal',
      needsSource: false,
      allegation: null,
      machineLabel: { sourcing: 'unattributed', allegation: { category: 'corruption' } },
    });
    const { items } = await must(readHistory(desk, editor, { assertionId: serious, limit: 20 }));
    expect(items.at(-1)).toMatchObject({
      type: 'assertion.relabelled',
      before: { sourcing: 'unattributed', allegation: 'corruption', risk: 'serious' },
      after: { sourcing: 'reported', allegation: null, risk: 'normal' },
      disclosed: { reason: plain.reason, accusedBefore: 'the harbour master' },
    });
    const allegation = { category: 'fraud', hedged: true, accused: 'the bank' } as const;
    const unseen = await must(readReviewTask(desk, editor, { assertionId: normal }));
    const raise = { assertionId: normal, ifMatch: unseen.etag, ...plain, sourcing: 'self', allegation } as const;
    await must(relabelAssertion(desk, editor, raise));
    const list = await must(listReviewTasks(desk, checker, { articleId, limit: 10 }));
    expect(list.items.map(({ id, risk }) => [id, risk])).toEqual([
      [normal, 'serious'],
      [serious, 'normal'],
    ]);
  });

  it('forgets that it was changed when it is changed back, and refuses a change that changes nothing', async () => {
    const { ids } = await article(desk, ['headline']);
    const assertionId = ids[0] ?? '';
    const before = await must(readReviewTask(desk, editor, { assertionId }));
    const own = { sourcing: 'unattributed', kind: 'headline', allegation: null, reason: 'x' } as const;
    expect(await codeOf(relabelAssertion(desk, editor, { assertionId, ifMatch: before.etag, ...own }))).toBe(
      'request.invalid',
    );
    const changed = await must(relabelAssertion(desk, editor, { assertionId, ifMatch: before.etag, ...plain }));
    const back = await must(relabelAssertion(desk, editor, { assertionId, ifMatch: changed.etag, ...own }));
    expect(back.machineLabel).toBeNull();
  });

  it('is not for published or dismissed assertions', async () => {
    const { ids } = await article(desk, ['opinion']);
    const task = await must(readReviewTask(desk, editor, { assertionId: ids[0] ?? '' }));
    expect(await codeOf(relabelAssertion(desk, editor, { assertionId: task.id, ifMatch: task.etag, ...plain }))).toBe(
      'task.wrong_state',
    );
  });
});

describe('dismissing', () => {
  const dismiss = { reason: 'not_checkable', note: 'A plan.' } as const;

  it('is for a checker where it is not serious, for an editor anywhere, and can be taken back', async () => {
    const { ids } = await article(desk, ['serious', 'normal']);
    const [serious, normal] = await Promise.all(
      ids.map((assertionId) => must(readReviewTask(desk, checker, { assertionId }))),
    );
    if (!serious || !normal) throw new Error('two tasks');
    const on = (task: typeof serious) => ({ assertionId: task.id, ifMatch: task.etag });
    expect(await codeOf(dismissAssertion(desk, checker, { ...on(serious), ...dismiss }))).toBe('permission.denied');
    expect((await must(dismissAssertion(desk, editor, { ...on(serious), ...dismiss }))).state).toBe('dismissed');
    const gone = await must(dismissAssertion(desk, checker, { ...on(normal), ...dismiss }));
    expect(gone.stateReason).toContain('A plan.');
    const back = await must(requeueAssertion(desk, checker, { ...on(gone), reason: 'It can be checked.' }));
    expect(back.state).toBe('queued');
  });
});

describe('what enters the queue', () => {
  it('keeps opinions out of it with the reason, and lets a checker pull them in', async () => {
    const { ids, articleId } = await article(desk, ['opinion', 'headline', 'serious']);
    const opinion = await must(readReviewTask(desk, checker, { assertionId: ids[0] ?? '' }));
    expect(opinion).toMatchObject({ state: 'dismissed', stateReason: 'No check needed: this is an opinion.' });
    const counts = await must(countReviewTasks(desk, checker, { articleId }));
    expect(counts).toEqual({
      total: 3,
      byState: { dismissed: 1, queued: 2 },
      bySourcing: { unattributed: 3 },
      byRisk: { normal: 2, serious: 1 },
    });
    const requeue = { assertionId: opinion.id, ifMatch: opinion.etag, reason: 'It states a fact.' };
    expect((await must(requeueAssertion(desk, checker, requeue))).state).toBe('queued');
  });
});

describe('lists', () => {
  it('page through everything once, in order, under every filter', async () => {
    const { articleId } = await article(desk, [
      'normal',
      'serious',
      'sensitive',
      'normal',
      'opinion',
      'headline',
      'serious',
    ]);
    const seen: { id: string; risk: string }[] = [];
    for (let after: string | undefined; ;) {
      const page = await must(listReviewTasks(desk, checker, { articleId, limit: 2, after }));
      seen.push(...page.items);
      if (page.next === null) break;
      after = page.next;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(7);
    expect(seen.map(({ risk }) => risk)).toEqual([
      'serious',
      'serious',
      'sensitive',
      'normal',
      'normal',
      'normal',
      'normal',
    ]);
    const filter = { articleId, limit: 10, risk: ['serious' as const, 'sensitive' as const], needsSource: true };
    expect((await must(listReviewTasks(desk, checker, filter))).items).toHaveLength(2);
    expect(await codeOf(listReviewTasks(desk, checker, { limit: 2, after: 'bm9uc2Vuc2U' }))).toBe('request.invalid');
  });

  it('show an editor what is his to approve', async () => {
    const { ids } = await article(desk, ['normal']);
    await propose(desk, checker, ids[0] ?? '');
    const ofEditor = await must(listReviewTasks(desk, editor, { mine: 'approvable', limit: 50 }));
    expect(ofEditor.items.map(({ id }) => id)).toContain(ids[0]);
    const both = await person(desk, 'checker', 'editor');
    const { ids: own } = await article(desk, ['normal']);
    await propose(desk, both, own[0] ?? '');
    const ofBoth = await must(listReviewTasks(desk, both, { mine: 'approvable', limit: 50 }));
    expect(ofBoth.items.map(({ id }) => id)).not.toContain(own[0]);
    expect(
      (await must(listReviewTasks(desk, both, { mine: 'proposer', limit: 50 }))).items.map(({ id }) => id),
    ).toEqual(own);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { type OutboxMessage } from '@proofdesk/job-queue';
import { announceDecision } from './announce-decision.js';
import { dispatchOutbox } from './dispatch-outbox.js';
import { extractAssertions } from './extract-assertions.js';
import { giveUpWork } from './give-up-work.js';
import { ingestArticle } from './ingest-article.js';
import { listNotifications } from './list-notifications.js';
import { markNotificationsRead } from './mark-notifications-read.js';
import { reconcile } from './reconcile.js';
import { returnVerdict } from './return-verdict.js';
import { article, must, openTestDesk, person, propose, type TestDesk } from './testing/test-desk.js';

let desk: TestDesk;
let sql: Client;
const system = { kind: 'system', name: 'spec' } as const;

beforeAll(async () => {
  desk = await openTestDesk();
  sql = new Client({ connectionString: desk.database.url('app') });
  await sql.connect();
});
afterAll(async () => {
  await sql.end();
  await desk.close();
});

const ingest = () => must(ingestArticle(desk, system, { body: { text: `normal ${randomUUID()}` }, meta: {} }));

/** Dispatches everything there is and answers with what was delivered. */
async function drain(): Promise<OutboxMessage[]> {
  const delivered: OutboxMessage[] = [];
  const take = dispatchOutbox(desk);
  while ((await take(50, (messages) => Promise.resolve(void delivered.push(...messages)))) > 0);
  return delivered;
}

describe('the outbox', () => {
  it('loses nothing when delivery fails or the process dies in between, and gives no row to two relays', async () => {
    await drain();
    const revisions = await Promise.all(Array.from({ length: 12 }, async () => (await ingest()).revisionId));
    const broken = dispatchOutbox(desk)(50, () => Promise.reject(new Error('Redis is away')));
    await expect(broken).rejects.toThrow('Redis is away');
    const all = (await Promise.all([drain(), drain(), drain()])).flat();
    expect(all.map(({ id }) => id).sort()).toEqual([...revisions].sort());
    expect(all.every(({ topic, generation }) => topic === 'extract-assertions' && generation === 0)).toBe(true);
    expect(await drain()).toEqual([]);
  });

  it('drives lost work again under a new generation, done or given-up work never', async () => {
    await drain();
    const [lost, finished, failed] = [await ingest(), await ingest(), await ingest()];
    await drain();
    await must(extractAssertions(desk, { revisionId: finished.revisionId, jobKey: 'x' }));
    const jobKey = `extract-assertions-${failed.revisionId}-g0`;
    await must(giveUpWork(desk, { topic: 'extract-assertions', jobKey, reason: 'no' }));
    expect((await reconcile(desk)).redriven).toBe(0);
    await sql.query(`UPDATE outbox SET dispatched_at = now() - interval '61 seconds'`);
    expect((await reconcile(desk)).redriven).toBeGreaterThanOrEqual(1);
    const again = await drain();
    expect(again.find(({ id }) => id === lost.revisionId)?.generation).toBe(1);
    expect(again.map(({ id }) => id)).not.toContain(finished.revisionId);
    expect(again.map(({ id }) => id)).not.toContain(failed.revisionId);
  });

  it('is written with the decision or not at all', async () => {
    const before = await sql.query('SELECT count(*)::int AS n FROM outbox');
    const work = desk.db.transaction(async (unit) => {
      await unit.outbox.add([{ topic: 'announce-decision', id: randomUUID(), payload: {} }]);
      throw new Error('cut');
    });
    await expect(work).rejects.toThrow('cut');
    expect((await sql.query('SELECT count(*)::int AS n FROM outbox')).rows).toEqual(before.rows);
  });
});

describe('announcements', () => {
  it('tell every editor but the one who cannot decide, and the proposer of a return, each once', async () => {
    const both = await person(desk, 'checker', 'editor');
    const [editor, second] = [await person(desk, 'editor'), await person(desk, 'editor')];
    const { ids } = await article(desk, ['normal']);
    await drain();
    const task = await propose(desk, both, ids[0] ?? '');
    await announceAll();
    for (const each of [editor, second])
      expect((await must(listNotifications(desk, each, { limit: 5 }))).items.map(({ type }) => type)).toEqual([
        'verdict.proposed',
      ]);
    expect((await must(listNotifications(desk, both, { limit: 5 }))).items).toEqual([]);
    const version = { assertionId: task.id, ifMatch: task.etag, verdictVersion: 1, reason: 'Ask again.' };
    await must(returnVerdict(desk, editor, version));
    await announceAll();
    await announceAll();
    const told = await must(listNotifications(desk, both, { limit: 5 }));
    expect(told.items).toHaveLength(1);
    expect(told.items[0]).toMatchObject({ type: 'verdict.returned', assertionId: task.id, readAt: null });
    expect(told.items[0]?.text).toContain('Ask again.');
    expect(await must(markNotificationsRead(desk, both))).toEqual({ marked: 1 });
    expect((await must(listNotifications(desk, both, { limit: 5 }))).items[0]?.readAt).not.toBeNull();
  });

  async function announceAll(): Promise<void> {
    for (const { topic, id, generation, payload } of await drain()) {
      if (topic !== 'announce-decision' || !('stream' in payload)) continue;
      const command = { ...payload, jobKey: `${topic}-${id}-g${generation}` };
      await must(announceDecision(desk, command));
      await must(announceDecision(desk, command));
    }
  }
});

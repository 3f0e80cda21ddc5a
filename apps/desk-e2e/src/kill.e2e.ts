import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Article } from '@proofdesk/contract';
import { signInOverHttp, type HttpClient } from './http-client.js';
import { RunningDesk } from './running-desk.js';

/** `npm run faults` kills 50 times, the tests 5 times. */
const kills = Number(process.env.PROOFDESK_KILLS ?? 5);
const seed = Number(process.env.PROOFDESK_SEED ?? Date.now() % 2 ** 31);

/** A small deterministic generator (mulberry32), so that a failure can be played again with PROOFDESK_SEED. */
function randomOf(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const article = (n: number) =>
  [
    `Harbour report number ${n}`,
    `The dredger left the quay at dawn, harbour master Ingrid Pell said. “We paid twice for run ${n},” she added.`,
    'Officials have uncovered evidence that the contractor bribed two inspectors. The board denied it.',
    'The next tide is expected on Friday.',
  ].join('\n\n');

let desk: RunningDesk;
beforeAll(async () => {
  desk = await RunningDesk.start();
}, 180_000);
afterAll(() => desk.remove(), 60_000);

/** Feeds articles in until the desk is gone; returns what it acknowledged. */
async function feedUntilDead(client: HttpClient, from: number, acknowledged: string[]): Promise<number> {
  for (let n = from; ; n += 1) {
    try {
      acknowledged.push((await client.ingest(article(n))).articleId);
    } catch {
      return n + 1;
    }
  }
}

/** Every process under the supervisor, the database server among them. */
const descendants = (pid: number): number[] => {
  const children = execFileSync('sh', ['-c', `cat /proc/${pid}/task/*/children 2>/dev/null || true`], {
    encoding: 'utf8',
  })
    .split(/\s+/)
    .filter(Boolean)
    .map(Number);
  return children.flatMap((child) => [child, ...descendants(child)]);
};

async function extracted(client: HttpClient, articleId: string): Promise<Article> {
  const end = Date.now() + 60_000;
  for (;;) {
    const found = await client.read<Article>(`/articles/${articleId}`);
    if (found.extraction.state === 'done') return found;
    if (Date.now() > end)
      throw new Error(`article ${articleId} stays ${found.extraction.state}: ${found.extraction.reason}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe(`kill -9 at ${kills} random moments (PROOFDESK_SEED=${seed})`, () => {
  it(
    'loses no acknowledged article: each of its assertions has exactly one review task',
    async () => {
      const random = randomOf(seed);
      const acknowledged: string[] = [];
      let next = 0;
      for (let round = 0; round < kills; round += 1) {
        const client = await signInOverHttp(desk.address, 'admin', 'proofdesk-demo');
        const feeding = feedUntilDead(client, next, acknowledged);
        await new Promise((resolve) => setTimeout(resolve, 100 + random() * 1_500));
        const victims = descendants(desk.pid);
        await desk.kill();
        // Every other time nothing at all survives, the database server included.
        if (round % 2 === 1)
          for (const pid of victims)
            try {
              process.kill(pid, 'SIGKILL');
            } catch {
              /* gone already */
            }
        next = await feeding;
        await desk.launch();
      }
      expect(acknowledged.length).toBeGreaterThan(kills);
      const client = await signInOverHttp(desk.address, 'admin', 'proofdesk-demo');
      for (const id of acknowledged) expect((await extracted(client, id)).assertions.length).toBeGreaterThan(3);
      await expectOneTaskEach(acknowledged);
    },
    60_000 + kills * 30_000,
  );
});

async function expectOneTaskEach(articleIds: string[]): Promise<void> {
  const database = await desk.connect('superuser');
  try {
    const { rows } = await database.query(
      `SELECT a.id FROM assertion a
         JOIN article_revision r ON r.id = a.revision_id
         LEFT JOIN review_task t ON t.assertion_id = a.id
        WHERE r.article_id = ANY($1::uuid[])
        GROUP BY a.id HAVING count(t.*) <> 1`,
      [articleIds],
    );
    expect(rows).toEqual([]);
    const doubles = await database.query(
      'SELECT revision_id, ordinal FROM assertion GROUP BY 1, 2 HAVING count(*) > 1',
    );
    expect(doubles.rows).toEqual([]);
  } finally {
    await database.end();
  }
}

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { checkArticle } from '@proofdesk/extraction';
import { type PersonActor } from './actor.js';
import { extractAssertions } from './extract-assertions.js';
import { failExtraction } from './fail-extraction.js';
import { ingestArticle } from './ingest-article.js';
import { listArticles } from './list-articles.js';
import { listNotifications } from './list-notifications.js';
import { announceDecision } from './announce-decision.js';
import { readArticle } from './read-article.js';
import { retryExtraction } from './retry-extraction.js';
import { codeOf, must, openTestDesk, person, type TestDesk } from './testing/test-desk.js';

let desk: TestDesk;
let reporter: PersonActor;
let admin: PersonActor;
let sql: Client;

beforeAll(async () => {
  desk = await openTestDesk();
  [reporter, admin] = [await person(desk, 'reporter'), await person(desk, 'admin')];
  sql = new Client({ connectionString: desk.database.url('app') });
  await sql.connect();
});
afterAll(async () => {
  await sql.end();
  await desk.close();
});

const text = () => `normal ${randomUUID()}\nserious ${randomUUID()}`;
const ingest = (body: string | Uint8Array, by = admin) => ingestArticle(desk, by, { body: { text: body }, meta: {} });

describe('taking an article in', () => {
  it('takes the same words once, also when sixteen send them at once', async () => {
    const words = text();
    const all = await Promise.all(Array.from({ length: 16 }, () => must(ingest(words))));
    expect(all.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(all.map(({ articleId }) => articleId)).size).toBe(1);
    const [first] = all;
    const { rows } = await sql.query(
      `SELECT (SELECT count(*)::int FROM article WHERE id = $1) AS articles,
              (SELECT count(*)::int FROM outbox WHERE key = $2) AS jobs,
              (SELECT count(*)::int FROM ledger.entry WHERE stream = $1) AS entries`,
      [first?.articleId, first?.revisionId],
    );
    expect(rows).toEqual([{ articles: 1, jobs: 1, entries: 1 }]);
    expect(await must(ingest(Buffer.from(`\ufeff${words.replace('\n', '\r\n')}`)))).toMatchObject({ created: false });
  });

  it.each([
    ['article.empty', ' \n '],
    ['article.binary', 'a\0b'],
    ['article.binary', Buffer.from('%PDF-1.7')],
    ['article.not_utf8', Buffer.from([0x61, 0xff])],
    ['article.too_large', 'a'.repeat(2 * 1024 * 1024 + 1)],
  ])('refuses with %s', async (code, body) => expect(await codeOf(ingest(body))).toBe(code));

  it('refuses an author who is nobody here, and an auditor', async () => {
    const nobody = { body: { text: text() }, meta: { authorPersonId: randomUUID() } };
    expect(await codeOf(ingestArticle(desk, admin, nobody))).toBe('request.invalid');
    expect(await codeOf(ingest(text(), await person(desk, 'auditor')))).toBe('permission.denied');
  });

  it('makes a reporter the author, who sees own articles and no others', async () => {
    const own = await must(ingest(text(), reporter));
    const foreign = await must(ingest(text()));
    expect((await must(listArticles(desk, reporter, { limit: 50 }))).items.map(({ id }) => id)).toEqual([
      own.articleId,
    ]);
    expect(await codeOf(readArticle(desk, reporter, { articleId: foreign.articleId }))).toBe('not_found');
    expect((await must(readArticle(desk, reporter, own))).authorPersonId).toBe(reporter.personId);
  });
});

describe('reading HTML', () => {
  const page = (body: string) => `<!doctype html><html><head><title>The bridge was sold - The Paper</title>
    <meta name="author" content="Ines Corvane"></head><body><nav><a href="/">Home</a></nav>
    <article><h1>The bridge was sold</h1>${body}</article><script>alert(1)</script></body></html>`;
  const paragraph = (n: number) =>
    `<p>Paragraph ${n} says that the <b>bridge</b> of the town was sold to a company which nobody had heard of before, and that the council knew.</p>`;

  it('keeps headline and paragraphs apart and drops scripts and navigation', async () => {
    const html = page([1, 2, 3, 4].map(paragraph).join(''));
    const { articleId } = await must(ingestArticle(desk, admin, { body: { html }, meta: {} }));
    const read = await must(readArticle(desk, admin, { articleId }));
    const lines = read.text.split('\n\n');
    expect(lines[0]).toBe(read.title);
    expect(lines.slice(1).filter((line) => line.startsWith('Paragraph'))).toHaveLength(4);
    expect(read.text).not.toMatch(/alert|Home/);
    expect(read.byline).toBe('Ines Corvane');
  });

  it('says when there is nothing to read', async () => {
    const code = (html: string | Uint8Array) => codeOf(ingestArticle(desk, admin, { body: { html }, meta: {} }));
    expect(await code('<p></p>')).toBe('article.no_readable_text');
    expect(await code(Buffer.from([0xff]))).toBe('article.not_utf8');
    expect(await code(`<p>${'a'.repeat(2 * 1024 * 1024)}</p>`)).toBe('article.too_large');
  });
});

describe('extraction', () => {
  it('writes everything the real engine finds, with exact anchors, once', async () => {
    const words =
      'Council under fire\n\nThe mayor, Ines Corvane, said on Monday: “We knew nothing of it 😀.” Critics say the council stole the money.\n\nThe bridge was sold in 2029 for 4.2 million crowns.';
    const real = { ...desk, engine: { check: (body: string) => Promise.resolve(checkArticle(body)) } };
    const { articleId, revisionId } = await must(ingest(words));
    const [a, b] = await Promise.all(['x', 'y'].map((jobKey) => extractAssertions(real, { revisionId, jobKey })));
    expect(a).toEqual(b);
    const read = await must(readArticle(desk, admin, { articleId }));
    const check = checkArticle(words);
    expect(read.assertions.map(({ exact, sourcing }) => [exact, sourcing])).toEqual(
      check.assertions.map(({ exact, sourcing }) => [exact, sourcing]),
    );
    const points = [...read.text];
    for (const { start, end, exact } of read.assertions) expect(points.slice(start, end).join('')).toBe(exact);
    expect(read.segments).toHaveLength(check.segments.length);
    expect(read.attributions).toHaveLength(check.attributions.length);
    const { rows } = await sql.query(
      'SELECT count(*)::int AS n FROM ledger.entry WHERE type = $1 AND doc #>> $2 = $3',
      ['assertion.queued', '{subject,article}', articleId],
    );
    expect(rows).toEqual([{ n: check.assertions.length }]);
  });

  it('stays visible when it fails, tells the admins, and can be started again', async () => {
    const { articleId, revisionId } = await must(ingest(text()));
    const broken = { ...desk, engine: { check: () => Promise.reject(new Error('out of words')) } };
    await expect(extractAssertions(broken, { revisionId, jobKey: 'x' })).rejects.toThrow('out of words');
    await must(failExtraction(desk, { revisionId, reason: 'out of words' }));
    const failed = await must(readArticle(desk, admin, { articleId }));
    expect(failed.extraction).toMatchObject({ state: 'failed', reason: 'out of words', attempts: 1 });
    const { rows } = await sql.query<{ key: string; payload: { stream: string; seq: number } }>(
      `SELECT key, payload FROM outbox WHERE topic = 'announce-decision' AND payload ->> 'stream' = $1`,
      [articleId],
    );
    const jobKey = `announce-decision-${rows[0]?.key}-g0`;
    const announce = () => must(announceDecision(desk, { ...(rows[0]?.payload ?? { stream: '', seq: 0 }), jobKey }));
    expect((await announce()).notified).toBeGreaterThan(0);
    expect((await announce()).notified).toBe(0);
    expect((await must(listNotifications(desk, admin, { limit: 5 }))).items[0]?.text).toContain('out of words');
    expect(await codeOf(retryExtraction(desk, reporter, { articleId }))).toBe('permission.denied');
    expect((await must(retryExtraction(desk, admin, { articleId }))).extraction.state).toBe('pending');
    expect(await codeOf(retryExtraction(desk, admin, { articleId }))).toBe('extraction.not_failed');
    await must(extractAssertions(desk, { revisionId, jobKey: 'y' }));
    expect((await must(readArticle(desk, admin, { articleId }))).extraction.state).toBe('done');
  });

  it('refuses what the engine says about another text, and the database refuses a wrong anchor', async () => {
    const { revisionId } = await must(ingest(text()));
    const other = { ...desk, engine: { check: () => desk.engine.check('normal something else') } };
    await expect(extractAssertions(other, { revisionId, jobKey: 'x' })).rejects.toThrow(/another text/);
    const shifted = {
      ...desk,
      engine: {
        check: async (body: string) => {
          const check = await desk.engine.check(body);
          return { ...check, assertions: check.assertions.map((a) => ({ ...a, start: a.start + 1, end: a.end + 1 })) };
        },
      },
    };
    await expect(extractAssertions(shifted, { revisionId, jobKey: 'x' })).rejects.toThrow(/are not its words/);
    const { rows } = await sql.query('SELECT count(*)::int AS n FROM assertion WHERE revision_id = $1', [revisionId]);
    expect(rows).toEqual([{ n: 0 }]);
  });
});

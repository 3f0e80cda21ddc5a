import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { articlePageSchema, articleSchema, ingestedSchema } from '@proofdesk/contract';
import { type ServedDesk, serveDesk } from './testing/desk.js';
import { harbour } from './testing/harbour.js';

let desk: ServedDesk;
beforeAll(async () => {
  desk = await serveDesk();
});
afterAll(() => desk.close());

const checker = () => desk.as('checker');
const plain = { headers: { 'content-type': 'text/plain' }, key: null };
const html = { headers: { 'content-type': 'text/html; charset=UTF-8' }, key: null };
const page = (body: string) =>
  `<!doctype html><html><head><title>Berths</title></head><body><nav>Home</nav><article><h1>Berths</h1>${body}</article></body></html>`;

describe('taking an article', () => {
  it('answers 202, then 200 for the same words, and reads back what was sent', async () => {
    const client = await checker();
    const meta = {
      title: 'Harbour',
      byline: 'By Nuala Moran',
      url: 'https://tallowvale.example/harbour',
      publishedOn: '2031-03-13',
      origin: 'published',
    };
    const first = (await client.post('/articles', { text: harbour, ...meta })).as(ingestedSchema, 202);
    expect(first.created).toBe(true);
    const again = (await client.post('/articles', { text: harbour.replaceAll('\n', '\r\n'), ...meta })).as(
      ingestedSchema,
      200,
    );
    expect(again).toEqual({ ...first, created: false });
    const article = (await client.get(`/articles/${first.articleId}`)).as(articleSchema);
    expect(article).toMatchObject({ ...meta, text: harbour, extraction: { state: 'pending' } });
    expect(article.revision.sha256).toBe(first.sha256);
  });

  it('takes text and HTML as they are, with the rest in the query', async () => {
    const client = await checker();
    const asText = await client.post(
      '/articles?title=Plain%20words&byline=A',
      'The harbour has eleven berths.\n',
      plain,
    );
    const article = (await client.get(`/articles/${asText.as(ingestedSchema, 202).articleId}`)).as(articleSchema);
    expect(article).toMatchObject({ title: 'Plain words', byline: 'A', text: 'The harbour has eleven berths.\n' });
    const sentence =
      'The harbour of Tallowvale has eleven berths, and the twelfth is being dug by the dredging company. ';
    const asHtml = await client.post('/articles', page(`<p>${sentence.repeat(6)}</p><script>alert(1)</script>`), html);
    const read = (await client.get(`/articles/${asHtml.as(ingestedSchema, 202).articleId}`)).as(articleSchema);
    expect(read.text).toContain('has eleven berths, and the twelfth');
    expect(read.text).not.toMatch(/alert|<p>/);
  });

  it('takes one of a hundred deliveries of the same words at once', async () => {
    const client = await desk.as('service');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => client.post('/articles', { text: 'Delivered many times over.' }, { key: null })),
    );
    const taken = answers.map((answer) => ingestedSchema.parse(JSON.parse(answer.text)));
    expect(taken.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(taken.map(({ articleId }) => articleId)).size).toBe(1);
  });

  it('keeps text whose offsets are hard to count', async () => {
    const text = '\ufeffThe e\u0301clair 👩‍👩‍👧 cost 𝟜 crowns.\rIt is gone.';
    const client = await checker();
    const taken = (await client.post('/articles', new TextEncoder().encode(text), plain)).as(ingestedSchema, 202);
    await desk.extract(taken);
    const article = (await client.get(`/articles/${taken.articleId}`)).as(articleSchema);
    expect(article.text).toBe('The éclair 👩‍👩‍👧 cost 𝟜 crowns.\nIt is gone.');
    const points = Array.from(article.text);
    expect(article.revision.characters).toBe(points.length);
    expect(article.assertions.length).toBeGreaterThan(0);
    for (const { start, end, exact } of article.assertions) expect(points.slice(start, end).join('')).toBe(exact);
  });

  const twoMegabytes = 2 * 1024 * 1024;
  it.each<[string, unknown, object, number, string, RegExp]>([
    ['nothing', '', plain, 422, 'article.empty', /./],
    ['white space', ' \n\t\n ', plain, 422, 'article.empty', /./],
    ['empty text in JSON', { text: '' }, {}, 422, 'article.empty', /./],
    [
      'binary',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
      plain,
      422,
      'article.',
      /./,
    ],
    ['NUL in JSON', { text: 'a\0b' }, {}, 422, 'article.binary', /./],
    ['Latin-1', new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x20, 0x61]), plain, 422, 'article.not_utf8', /\b3\b/],
    ['over 2 MB', `a ${'word '.repeat(450_000)}`, plain, 413, 'article.too_large', /2(\.0)? Mi?B/],
    ['over 2 MB in JSON', { text: 'word '.repeat(450_000) }, {}, 413, 'article.too_large', /2(\.0)? Mi?B/],
    ['far over', 'a'.repeat(13 * 1024 * 1024), plain, 413, 'article.too_large', /2(\.0)? Mi?B/],
    [
      'HTML without an article',
      '<!doctype html><html><body></body></html>',
      html,
      422,
      'article.no_readable_text',
      /./,
    ],
    [
      'a PDF',
      '%PDF-1.7',
      { headers: { 'content-type': 'application/pdf' } },
      415,
      'request.unsupported_media_type',
      /text\/plain/,
    ],
    ['text and HTML', { text: 'a', html: 'b' }, {}, 400, 'request.invalid', /either text or html/],
    ['neither', { title: 'x' }, {}, 400, 'request.invalid', /./],
    ['an address that is none', { text: 'abc', url: 'javascript:alert(1)' }, {}, 400, 'request.invalid', /\/url/],
    ['a day that is none', { text: 'abc', publishedOn: '2031-02-30' }, {}, 400, 'request.invalid', /\/publishedOn/],
    ['what is not known', { text: 'abc', approved: true }, {}, 400, 'request.invalid', /\/approved/],
    ['NUL in the title', { text: 'abc', title: 'a\0' }, {}, 400, 'request.invalid', /NUL/],
  ])('refuses %s and says why', async (_, body, sending, status, code, detail) => {
    const client = await checker();
    const before = (await client.get('/articles?limit=200')).as(articlePageSchema).items.length;
    const problem = (await client.post('/articles', body, sending)).problem();
    expect([problem.status, problem.code]).toEqual([status, expect.stringContaining(code)]);
    expect(problem.detail).toMatch(detail);
    expect((await client.get('/articles?limit=200')).as(articlePageSchema).items).toHaveLength(before);
  });

  it('takes just under 2 MB', async () => {
    const text = `${'word '.repeat(Math.floor(twoMegabytes / 5) - 1)}`;
    expect((await (await checker()).post('/articles', text, plain)).status).toBe(202);
  });

  it('answers a repeated key in the same bytes, and another body under it with 422', async () => {
    const client = await checker();
    const key = '5f0c9f9c-7f6b-4d47-a2d9-0c0f2c1d9d11';
    const first = await client.post('/articles', { text: 'Once, and once only.' }, { key });
    const again = await client.post('/articles', { text: 'Once, and once only.' }, { key });
    expect([first.status, again.status]).toEqual([202, 202]);
    expect(again.text).toBe(first.text);
    expect([first.headers.get('idempotency-replayed'), again.headers.get('idempotency-replayed')]).toEqual([
      null,
      'true',
    ]);
    expect((await client.post('/articles', { text: 'Something else.' }, { key })).problem()).toMatchObject({
      status: 422,
      code: 'request.idempotency_key_reused',
    });
    const other = await (await desk.as('editor')).post('/articles', { text: 'Somebody else.' }, { key });
    expect(other.status).toBe(202);
  });
});

describe('reading articles', () => {
  it('pages without losing or repeating one, the newest first', async () => {
    const client = await checker();
    const all = (await client.get('/articles?limit=200')).as(articlePageSchema).items;
    const seen: string[] = [];
    for (let after: string | null = null, first = true; first || after !== null; first = false) {
      const at: string = after === null ? '' : `&after=${encodeURIComponent(after)}`;
      const { items, next } = (await client.get(`/articles?limit=2${at}`)).as(articlePageSchema);
      seen.push(...items.map(({ id }) => id));
      after = next;
    }
    expect(seen).toEqual(all.map(({ id }) => id));
    expect(all.map(({ createdAt }) => createdAt)).toEqual(
      all
        .map(({ createdAt }) => createdAt)
        .sort()
        .reverse(),
    );
  });

  it.each([
    'limit=0',
    'limit=201',
    'limit=x',
    'after=%00',
    'after=nonsense',
    'extraction=unknown',
    'colour=red',
    'limit=1&limit=2',
    '__proto__=1',
  ])('refuses the query %s', async (query) => {
    expect((await (await checker()).get(`/articles?${query}`)).problem()).toMatchObject({
      status: 400,
      code: 'request.invalid',
    });
  });

  it('says 404 for one that is not there, whatever its id looks like', async () => {
    const client = await checker();
    for (const id of ['0a0b0c0d-0000-4000-8000-000000000000', 'nothing', '1', '%00', "'; drop table article --"]) {
      expect((await client.get(`/articles/${encodeURIComponent(id)}`)).problem()).toMatchObject({
        status: 404,
        code: 'not_found',
      });
    }
  });

  it('hides what a role may not see as if it were not there', async () => {
    const taken = (
      await (
        await checker()
      ).post('/articles', { text: 'By our own reporter.', authorPersonId: desk.people['reporter'] })
    ).as(ingestedSchema, 202);
    const other = (await (await checker()).post('/articles', { text: 'By somebody else.' })).as(ingestedSchema, 202);
    const reporter = await desk.as('reporter');
    expect((await reporter.get(`/articles/${taken.articleId}`)).status).toBe(200);
    expect((await reporter.get(`/articles/${other.articleId}`)).problem()).toMatchObject({
      status: 404,
      code: 'not_found',
    });
    const listed = (await reporter.get('/articles')).as(articlePageSchema).items.map(({ id }) => id);
    expect(listed).toEqual([taken.articleId]);
    const service = await desk.as('service');
    expect((await service.get(`/articles/${other.articleId}`)).status).toBe(404);
    expect((await service.get('/articles')).status).toBe(403);
  });

  it('lets only an admin start an extraction again, and only one that has failed', async () => {
    const taken = (await (await checker()).post('/articles', { text: 'Not failed.' })).as(ingestedSchema, 202);
    const path = `/articles/${taken.articleId}/retry-extraction`;
    expect((await (await desk.as('admin')).post(path)).problem()).toMatchObject({
      status: 409,
      code: 'extraction.not_failed',
    });
    expect((await (await checker()).post(path)).problem()).toMatchObject({ status: 403, code: 'permission.denied' });
    // The role is refused before the article is looked for: the answer is the same for one that is not there.
    const nowhere = '/articles/0a0b0c0d-0000-4000-8000-000000000000/retry-extraction';
    const [there, notThere] = await Promise.all(
      [path, nowhere].map(async (each) => (await (await desk.as('service')).post(each)).problem()),
    );
    expect({ ...there, instance: '' }).toEqual({ ...notThere, instance: '' });
  });
});

import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { problemSchema, refusalCodes } from '@proofdesk/contract';
import { type Served, noDesk, serve } from './testing/serve.js';
import { openApiText } from './write-openapi.js';

let api: Served;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Desk</title>');
  writeFileSync(join(folder, 'assets', 'main-1a2b.js'), 'export {};');
  api = await serve(noDesk, { deskFolder: folder });
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

const own = () => ({ 'sec-fetch-site': 'same-origin', origin: api.address });
const post = (path: string, body: string | Uint8Array, headers: Record<string, string> = {}) =>
  fetch(`${api.address}${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...own(), ...headers },
  });

async function problem(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const parsed = problemSchema.parse(await response.json());
  expect(parsed.status).toBe(response.status);
  expect(parsed.type).toBe(`/problems/${parsed.code}`);
  expect(parsed.detail).not.toBe('');
  return parsed;
}

describe('every answer', () => {
  it('carries the headers that keep a browser safe', async () => {
    const { headers } = await fetch(`${api.address}/health/live`);
    expect(headers.get('content-security-policy')).toMatch(
      /default-src 'self';.*script-src 'self';.*frame-ancestors 'none'/,
    );
    expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('of the api is never kept by a cache', async () => {
    expect((await fetch(`${api.address}/api/v1/session`)).headers.get('cache-control')).toBe('no-store');
  });

  it('is logged as one JSON object without query, cookie or body', async () => {
    const before = api.lines.length;
    await fetch(`${api.address}/api/v1/articles?after=secret-in-query`, {
      headers: { cookie: 'proofdesk_session=secret-in-cookie' },
    });
    await post('/api/v1/session', JSON.stringify({ login: 'secret-login', password: 'secret-password' }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    const lines = api.lines.slice(before);
    expect(lines.map((line) => (JSON.parse(line) as { route?: string }).route)).toContain('/api/v1/articles');
    expect(lines.join('')).not.toMatch(/secret-/);
  });
});

describe('problems', () => {
  it('say that nothing is at an address, whatever the method', async () => {
    expect(await problem(await fetch(`${api.address}/api/v1/nothing`))).toMatchObject({
      status: 404,
      code: 'not_found',
    });
    expect(await problem(await post('/api/v1/nothing', '{}'))).toMatchObject({ status: 404, code: 'not_found' });
    expect(
      await problem(await fetch(`${api.address}/api/v1/session/x`, { method: 'DELETE', headers: own() })),
    ).toMatchObject({ status: 404 });
  });

  it('hide an error of ours behind the number under which it was written down', async () => {
    const said = await problem(await post('/api/v1/session', JSON.stringify({ login: 'a', password: 'b' })));
    expect(said).toMatchObject({ status: 500, code: 'internal' });
    expect(JSON.stringify(said)).not.toContain('no database');
    const line = api.lines.find(
      (each) => each.includes(said.instance!.slice('urn:uuid:'.length)) && each.includes('request.failed'),
    );
    expect(line).toContain('no database');
  });

  it('have a page for every code', async () => {
    for (const code of refusalCodes) {
      const page = await fetch(`${api.address}/problems/${code}`);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain(`<code>${code}</code>`);
    }
    expect((await fetch(`${api.address}/problems/no.such`)).status).toBe(404);
  });

  it('point to what is wrong in a body', async () => {
    const said = await problem(await post('/api/v1/session', JSON.stringify({ login: 7, 'a/b~': 1 })));
    expect(said).toMatchObject({ status: 400, code: 'request.invalid' });
    expect(said.errors?.map((each) => each.pointer)).toEqual(['/login', '/password', '/a~1b~0']);
  });
});

describe('bodies that are refused before anything is done with them', () => {
  it.each<[string, string | Uint8Array, Record<string, string>, number, RegExp]>([
    ['not JSON', '{', {}, 400, /not JSON/],
    ['not UTF-8', new Uint8Array([0x7b, 0x22, 0xff]), {}, 400, /offset 2/],
    ['a key twice', '{"login":"a","login":"b","password":"x"}', {}, 400, /"login" twice/],
    ['a key twice, once escaped', '{"login":"a","l\\u006fgin":"b"}', {}, 400, /"login" twice/],
    ['__proto__', '{"__proto__":{"roles":["admin"]},"login":"a","password":"b"}', {}, 400, /__proto__/],
    ['__proto__, escaped', '{"\\u005f_proto__":1}', {}, 400, /__proto__/],
    ['constructor', '{"constructor":{"prototype":{}},"login":"a","password":"b"}', {}, 400, /constructor/],
    ['a depth nobody needs', `${'['.repeat(5000)}${']'.repeat(5000)}`, {}, 400, /nested/],
    ['half a surrogate pair', '{"login":"\\ud800","password":"b"}', {}, 400, /surrogate/],
    ['NUL', '{"login":"a\\u0000b","password":"b"}', {}, 400, /NUL/],
    ['nothing', '', {}, 400, /The request/],
    ['more than is taken', JSON.stringify({ login: 'a'.repeat(300_000) }), {}, 413, /256 kB/],
    ['a form', 'login=a&password=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415, /application\/json/],
    [
      'text where JSON is wanted',
      '{"login":"a","password":"b"}',
      { 'content-type': 'text/plain' },
      415,
      /application\/json/,
    ],
    ['another encoding', '{}', { 'content-type': 'application/json; charset=iso-8859-1' }, 415, /UTF-8/],
  ])('%s', async (_, body, headers, status, detail) => {
    const said = await problem(await post('/api/v1/session', body, headers));
    expect(said.status).toBe(status);
    expect(said.detail).toMatch(detail);
    expect(({} as Record<string, unknown>)['roles']).toBeUndefined();
  });
});

describe('who may ask', () => {
  it('is decided for every operation of the document: without a session all but three answer 401', async () => {
    const document = JSON.parse(await openApiText()) as {
      paths: Record<string, Record<string, { operationId: string; security?: unknown[] }>>;
    };
    const open: string[] = [];
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const [method, { operationId, security }] of Object.entries(operations)) {
        const url = `${api.address}${path.replace(/\{\w+\}/g, '0a0b0c0d-0000-4000-8000-000000000000')}`;
        const hasBody = method !== 'get';
        const response = await fetch(url, {
          method: method.toUpperCase(),
          headers: { ...own(), ...(hasBody && { 'content-type': 'application/json' }) },
          ...(hasBody && { body: '{}' }),
        });
        if (response.status !== 401) open.push(operationId);
        else expect((await problem(response)).code).toBe('session.required');
        expect([operationId, security?.length === 0]).toEqual([operationId, response.status !== 401]);
      }
    }
    expect(open.sort()).toEqual(['listPublications', 'readWelcome', 'signIn']);
  });

  it.each<[string, Record<string, string>]>([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['a neighbour', { 'sec-fetch-site': 'same-site' }],
    ['a link or the address bar', { 'sec-fetch-site': 'none' }],
    ['an old browser of another site', { origin: 'https://evil.example' }],
    ['a frame without an origin', { origin: 'null' }],
    ['a name that was rebound to us', { 'sec-fetch-site': 'same-origin', origin: 'http://evil.example:4400' }],
    ['a program with a session and no origin', { cookie: 'proofdesk_session=x' }],
  ])('refuses a change from %s', async (_, headers) => {
    const response = await fetch(`${api.address}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ login: 'a', password: 'b' }),
    });
    expect(await problem(response)).toMatchObject({ status: 403, code: 'request.cross_site' });
  });
});

describe('the desk’s files', () => {
  it('are served, those with a hash in the name for ever', async () => {
    const page = await fetch(`${api.address}/`);
    expect([page.status, await page.text()]).toEqual([200, '<!doctype html><title>Desk</title>']);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const script = await fetch(`${api.address}/assets/main-1a2b.js`);
    expect(script.headers.get('content-type')).toMatch(/javascript/);
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('answer every address of the desk with its one page, and nothing else with it', async () => {
    const asPage = { headers: { accept: 'text/html' } };
    expect(await (await fetch(`${api.address}/articles/7`, asPage)).text()).toContain('<title>Desk');
    expect((await fetch(`${api.address}/articles/7`)).status).toBe(404);
    expect((await fetch(`${api.address}/assets/gone.js`, asPage)).status).toBe(404);
    expect((await fetch(`${api.address}/api/v2/x`, asPage)).status).toBe(404);
  });

  it('end at their folder', async () => {
    for (const path of ['/..%2f..%2fetc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/assets/..%5c..%5cx', '//etc/passwd']) {
      const response = await fetch(`${api.address}${path}`);
      expect(response.status).toBe(404);
      expect(await response.text()).not.toContain('root:');
    }
  });
});

describe('the OpenAPI document', () => {
  it('is 3.1, names its parts, and is what the repository holds', async () => {
    const served = await fetch(`${api.address}/api/openapi.json`);
    const document = (await served.json()) as { openapi: string; components: { schemas: Record<string, unknown> } };
    expect(document.openapi).toBe('3.1.0');
    for (const name of ['ReviewTask', 'IngestArticle', 'Problem', 'LedgerEntry'])
      expect(document.components.schemas).toHaveProperty(name);
    const text = await openApiText();
    expect(`${JSON.stringify(document, null, 2)}\n`).toBe(text);
    const committed = readFileSync(join(import.meta.dirname, '../../../docs/openapi.json'), 'utf8');
    if (committed !== text) throw new Error('docs/openapi.json is out of date: npm run openapi');
  });

  it('refers to nothing that it does not hold', async () => {
    const text = await openApiText();
    const document = JSON.parse(text) as { components: Record<string, Record<string, unknown>> };
    const names = [...text.matchAll(/"\$ref": "#\/components\/(\w+)\/(\w+)"/g)];
    expect(names.length).toBeGreaterThan(50);
    for (const [, kind = '', name = ''] of names) expect(document.components[kind]).toHaveProperty(name);
  });
});

import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ledgerPageSchema, personPageSchema, personSchema, sessionSchema, welcomeSchema } from '@proofdesk/contract';
import { Client } from './testing/client.js';
import { serve } from './testing/serve.js';
import { type ServedDesk, password, serveDesk } from './testing/desk.js';

let desk: ServedDesk;
beforeAll(async () => {
  desk = await serveDesk();
});
afterAll(() => desk.close());

const newcomer = (login: string) => ({ name: `New ${login}`, login, password, roles: ['checker'] });
const addPerson = async (login: string) =>
  (await (await desk.as('admin')).post('/people', newcomer(login))).as(personSchema, 201);

describe('signing in', () => {
  it('sets a cookie that scripts and other sites cannot use, and says who is there', async () => {
    const client = new Client(desk.address);
    const answer = await client.post('/session', { login: 'Checker', password });
    const session = answer.as(sessionSchema);
    expect(session).toMatchObject({ person: { name: 'Person checker' }, login: 'checker', roles: ['checker'] });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^proofdesk_session=[\w-]{40,};.*HttpOnly; SameSite=Lax/);
    expect(cookie).toContain('Path=/');
    client.cookie = cookie.split(';')[0] ?? '';
    expect((await client.get('/session')).as(sessionSchema)).toEqual(session);
  });

  it('says the same to a wrong password and to a name that is not there', async () => {
    const client = new Client(desk.address);
    const wrong = (await client.post('/session', { login: 'auditor', password: 'not the password' })).problem();
    const unknown = (await client.post('/session', { login: 'nobody-here', password: 'not the password' })).problem();
    expect(wrong).toMatchObject({ status: 401, code: 'session.refused' });
    expect({ ...unknown, instance: '' }).toEqual({ ...wrong, instance: '' });
  });

  it('is slowed down after some wrong passwords, with the seconds to wait', async () => {
    await addPerson('slowed');
    const client = new Client(desk.address);
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 30 && statuses.at(-1) !== 429; attempt++) {
      const answer = await client.post('/session', { login: 'slowed', password: `wrong password ${attempt}` });
      statuses.push(answer.status);
      if (answer.status === 429) {
        expect(answer.code).toBe('session.throttled');
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      }
    }
    expect(statuses.at(-1)).toBe(429);
    expect((await client.post('/session', { login: 'slowed', password })).status).toBe(429);
  });

  it('shows no demo accounts here', async () => {
    expect((await new Client(desk.address).get('/welcome')).as(welcomeSchema)).toEqual({
      newsroom: 'The Desk',
      demoAccounts: [],
    });
  });
});

describe('a session', () => {
  it('ends with signing out, and its cookie opens nothing afterwards', async () => {
    const client = await Client.signIn(desk.address, 'checker2', password);
    const out = await client.send('DELETE', '/session', undefined, {});
    expect([out.status, out.text]).toEqual([204, '']);
    expect(out.headers.get('set-cookie')).toMatch(/^proofdesk_session=;.*(Max-Age=0|Expires=Thu, 01 Jan 1970)/);
    expect((await client.get('/session')).problem()).toMatchObject({ status: 401, code: 'session.required' });
  });

  it.each<[string, string]>([
    ['no cookie', ''],
    ['an empty one', 'proofdesk_session='],
    ['a forged one', 'proofdesk_session=forged'],
    ['a long one', `proofdesk_session=${'a'.repeat(5000)}`],
  ])('does not come from %s', async (_, cookie) => {
    expect((await new Client(desk.address, cookie).get('/session')).code).toBe('session.required');
  });

  it('ends at once when the account is disabled, and works again when it is enabled', async () => {
    const person = await addPerson('leaver');
    const client = await Client.signIn(desk.address, 'leaver', password);
    const admin = await desk.as('admin');
    const accountId = person.accounts[0]!.id;
    const disabled = (await admin.post(`/accounts/${accountId}/disable`, {})).as(personSchema);
    expect(disabled.accounts[0]!.disabledAt).not.toBeNull();
    expect((await client.get('/session')).status).toBe(401);
    expect((await client.post('/session', { login: 'leaver', password })).code).toBe('session.refused');
    (await admin.post(`/accounts/${accountId}/enable`)).as(personSchema);
    expect((await Client.signIn(desk.address, 'leaver', password)).cookie).not.toBe('');
  });

  it('loses a role with the next request after it was revoked', async () => {
    const person = await addPerson('demoted');
    const client = await Client.signIn(desk.address, 'demoted', password);
    expect((await client.post('/review-tasks/take-next', {})).status).toBe(204);
    const admin = await desk.as('admin');
    const path = `/people/${person.id}/roles`;
    expect((await admin.send('DELETE', `${path}/checker`, undefined, {})).as(personSchema).roles).toEqual([]);
    expect((await client.post('/review-tasks/take-next', {})).problem()).toMatchObject({
      status: 403,
      code: 'permission.denied',
    });
    expect((await admin.send('DELETE', `${path}/checker`, undefined, {})).code).toBe('role.not_granted');
    expect((await admin.post(path, { role: 'checker' })).as(personSchema).roles).toEqual(['checker']);
    expect((await admin.post(path, { role: 'checker' })).code).toBe('role.already_granted');
    expect((await client.post('/review-tasks/take-next', {})).status).toBe(204);
  });
});

describe('stopping', () => {
  it('finishes what was begun and takes nothing more', async () => {
    const served = await serve(desk.desk);
    const arrived = once(served.app.getHttpServer(), 'request');
    const begun = new Client(served.address).post('/session', { login: 'editor', password });
    await arrived;
    const closed = served.close();
    expect((await begun).status).toBe(200);
    await closed;
    await expect(fetch(`${served.address}/health/live`)).rejects.toThrow();
  });
});

describe('people', () => {
  it('are listed for admins and auditors, page by page', async () => {
    const admin = await desk.as('admin');
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const at: string = after === null ? '' : `&after=${encodeURIComponent(after)}`;
      const { items, next } = (await admin.get(`/people?limit=3${at}`)).as(personPageSchema);
      expect(items.length).toBeLessThanOrEqual(3);
      seen.push(...items.map(({ id }) => id));
      after = next;
    } while (after !== null);
    expect(new Set(seen).size).toBe(seen.length);
    for (const id of Object.values(desk.people)) expect(seen).toContain(id);
    expect((await (await desk.as('auditor')).get('/people')).status).toBe(200);
  });

  it.each(['checker', 'editor', 'reporter', 'service'])('are nothing for a %s', async (login) => {
    const client = await desk.as(login);
    for (const answer of [
      await client.get('/people'),
      await client.post('/people', newcomer('x')),
      await client.get('/ledger/entries'),
    ]) {
      expect(answer.problem()).toMatchObject({ status: 403, code: 'permission.denied' });
      expect(answer.problem().detail).toMatch(/^Only an admin/);
    }
  });

  it('cannot share a login, nor have a password that is easy to guess', async () => {
    const admin = await desk.as('admin');
    expect((await admin.post('/people', newcomer('CHECKER'))).problem()).toMatchObject({
      status: 409,
      code: 'person.login_taken',
    });
    expect((await admin.post('/people', { ...newcomer('weak'), password: 'password1234' })).code).toBe(
      'person.weak_password',
    );
    const short = (await admin.post('/people', { ...newcomer('short'), password: 'short' })).problem();
    expect(short).toMatchObject({
      code: 'request.invalid',
      errors: [{ pointer: '/password', detail: 'at least 12 characters' }],
    });
  });

  it('cannot lose the last admin', async () => {
    const admin = await desk.as('admin');
    const answer = await admin.send('DELETE', `/people/${desk.people['admin']!}/roles/admin`, undefined, {});
    expect(answer.code).toBe('person.last_admin');
  });

  it('are written down: grants, revocations, accounts and wrong passwords', async () => {
    const admin = await desk.as('admin');
    const types = (await admin.get('/ledger/entries?limit=200')).as(ledgerPageSchema).items.map((entry) => entry.type);
    for (const type of ['account.created', 'role.granted', 'role.revoked', 'account.disabled', 'account.enabled']) {
      expect(types).toContain(type);
    }
    expect(types.some((type) => /sign|session/.test(type))).toBe(true);
  });
});

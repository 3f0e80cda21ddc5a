import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { type PersonActor } from './actor.js';
import { addPerson } from './add-person.js';
import { disableAccount } from './disable-account.js';
import { enableAccount } from './enable-account.js';
import { grantRole } from './grant-role.js';
import { listLedgerEntries } from './list-ledger-entries.js';
import { listPeople } from './list-people.js';
import { readWelcome } from './read-welcome.js';
import { resolveSession } from './resolve-session.js';
import { revokeRole } from './revoke-role.js';
import { signIn } from './sign-in.js';
import { signOut } from './sign-out.js';
import { codeOf, must, openTestDesk, PASSWORD, person, type TestDesk } from './testing/test-desk.js';

let desk: TestDesk;
let admin: PersonActor;
let owner: Client;
const system = { kind: 'system', name: 'spec' } as const;

beforeAll(async () => {
  desk = await openTestDesk();
  admin = await person(desk, 'admin');
  owner = new Client({ connectionString: desk.database.url('superuser') });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await desk.close();
});

async function account(roles: ('checker' | 'admin')[] = ['checker']) {
  const login = `l${randomUUID().slice(0, 8)}`;
  const added = await must(addPerson(desk, system, { name: 'Ada', login, password: PASSWORD, roles }));
  return { login, personId: added.id, accountId: added.accounts[0]?.id ?? '' };
}
const enter = (login: string, password = PASSWORD, address: string = randomUUID()) =>
  signIn(desk, { login, password, address });

describe('signing in', () => {
  it('opens a session that carries the roles of the moment and ends on sign-out', async () => {
    const { login, personId } = await account();
    const { token, session } = await must(enter(` ${login.toUpperCase()} `));
    expect(session).toMatchObject({ login, roles: ['checker'], person: { id: personId } });
    const before = await must(resolveSession(desk, { token }));
    expect(before.actor.roles).toEqual(['checker']);
    await must(grantRole(desk, admin, { personId, role: 'editor' }));
    await must(revokeRole(desk, admin, { personId, role: 'checker' }));
    expect((await must(resolveSession(desk, { token }))).actor.roles).toEqual(['editor']);
    await must(signOut(desk, before.actor));
    expect(await codeOf(resolveSession(desk, { token }))).toBe('session.required');
  });

  it('ends a session after thirty idle minutes and after twelve hours', async () => {
    const { login } = await account();
    const [idle, old] = [await must(enter(login)), await must(enter(login))];
    const set = (sql: string, id: string) => owner.query(`UPDATE session SET ${sql} WHERE id = $1`, [id]);
    await set(`last_seen_at = now() - interval '29 minutes'`, idle.actor.sessionId);
    expect(await codeOf(resolveSession(desk, idle))).toBe('ok');
    await set(`last_seen_at = now() - interval '31 minutes'`, idle.actor.sessionId);
    expect(await codeOf(resolveSession(desk, idle))).toBe('session.required');
    await set(`expires_at = now() - interval '1 second'`, old.actor.sessionId);
    expect(await codeOf(resolveSession(desk, old))).toBe('session.required');
  });

  it('slows an account down after five wrong passwords, from whatever address, and never for good', async () => {
    const { login } = await account();
    for (let i = 0; i < 5; i += 1) expect(await codeOf(enter(login, 'wrong wrong wrong'))).toBe('session.refused');
    const { rows } = await owner.query<{ pause: number }>(
      `UPDATE sign_in_attempt SET blocked_until = now() + interval '30 seconds' WHERE scope = 'account' AND failures = 5
       RETURNING extract(epoch FROM (SELECT s.blocked_until - s.last_at FROM sign_in_attempt s
         WHERE s.scope = sign_in_attempt.scope AND s.subject = sign_in_attempt.subject))::int AS pause`,
    );
    expect(rows).toEqual([{ pause: 1 }]);
    const throttled = await enter(login);
    expect(throttled).toMatchObject({ ok: false, refusal: { code: 'session.throttled' } });
    expect(throttled.ok ? 0 : throttled.refusal.retryAfterSeconds).toBeGreaterThan(20);
    await owner.query('UPDATE sign_in_attempt SET blocked_until = now()');
    expect(await codeOf(enter(login))).toBe('ok');
    expect(await codeOf(enter(login, 'wrong wrong wrong'))).toBe('session.refused');
    expect(await codeOf(enter(login))).toBe('ok');
  });

  it('slows an address down that tries many logins', async () => {
    const codes: string[] = [];
    for (let i = 0; i < 22; i += 1) codes.push(await codeOf(enter(`nobody${i}`, 'x', 'one address')));
    expect(codes.slice(0, 21)).toEqual(Array<string>(21).fill('session.refused'));
    expect(codes[21]).toBe('session.throttled');
  });

  it('answers alike and about as slowly for a login that nobody has', async () => {
    const { login } = await account();
    const time = async (name: string) => {
      const start = performance.now();
      const outcome = await enter(name, 'wrong wrong wrong');
      return { outcome, ms: performance.now() - start };
    };
    const [known, unknown] = [await time(login), await time('nobody-at-all')];
    expect(unknown.outcome).toEqual(known.outcome);
    // The same work is done for both; without it the answer for an unknown login would come a hundred times as fast.
    const [again, stillUnknown] = [await time(login), await time('nobody-at-all')];
    expect(Math.max(unknown.ms, stillUnknown.ms)).toBeGreaterThan(Math.min(known.ms, again.ms) / 10);
  });

  it('shows demo accounts only while they can be used', async () => {
    const login = `demo${randomUUID().slice(0, 6)}`;
    const demo = { login, name: 'Demo', roles: ['checker' as const], password: PASSWORD };
    const withDemo = { ...desk, demoAccounts: [demo, { ...demo, login: 'gone' }] };
    const added = await must(addPerson(desk, system, { ...demo, isDemo: true }));
    expect((await must(readWelcome(withDemo))).demoAccounts).toEqual([demo]);
    await must(disableAccount(desk, admin, { accountId: added.accounts[0]?.id ?? '' }));
    expect((await must(readWelcome(withDemo))).demoAccounts).toEqual([]);
  });
});

describe('people', () => {
  it('keeps weak passwords, taken logins and strangers out', async () => {
    const { login, personId } = await account();
    const add = (more: object) =>
      codeOf(addPerson(desk, admin, { name: 'Bo', login: `b${randomUUID()}`, password: PASSWORD, roles: [], ...more }));
    expect(await add({ password: 'password1234' })).toBe('person.weak_password');
    expect(await add({ password: 'aaaaaaaaaaaaaaa' })).toBe('person.weak_password');
    expect(await add({ login: 'wintermute', password: 'wintermute-12' })).toBe('person.weak_password');
    expect(await add({ login })).toBe('person.login_taken');
    expect(await add({ personId: randomUUID() })).toBe('not_found');
    expect(await add({ personId })).toBe('ok');
    const { items } = await must(listPeople(desk, admin, { limit: 200 }));
    expect(items.find(({ id }) => id === personId)?.accounts).toHaveLength(2);
    expect(await codeOf(listPeople(desk, await person(desk, 'checker'), { limit: 1 }))).toBe('permission.denied');
  });

  it('lets nobody grant a role to themselves, and grants none twice', async () => {
    expect(await codeOf(grantRole(desk, admin, { personId: admin.personId, role: 'editor' }))).toBe(
      'permission.denied',
    );
    const { personId } = await account();
    expect(await codeOf(grantRole(desk, admin, { personId, role: 'checker' }))).toBe('role.already_granted');
    expect(await codeOf(revokeRole(desk, admin, { personId, role: 'editor' }))).toBe('role.not_granted');
  });

  it('disables an account at once, with its sessions, and enables it again', async () => {
    const { login, accountId } = await account();
    const { token } = await must(enter(login));
    await must(disableAccount(desk, admin, { accountId }));
    expect(await codeOf(resolveSession(desk, { token }))).toBe('session.required');
    expect(await codeOf(enter(login))).toBe('session.refused');
    await must(enableAccount(desk, admin, { accountId }));
    expect(await codeOf(enter(login))).toBe('ok');
    expect(await codeOf(resolveSession(desk, { token }))).toBe('session.required');
  });

  it('keeps the last admin, also when two admins remove each other at the same moment', async () => {
    const lonely = await openTestDesk();
    try {
      const [one, two] = [await person(lonely, 'admin'), await person(lonely, 'admin')];
      const codes = await Promise.all([
        codeOf(revokeRole(lonely, one, { personId: two.personId, role: 'admin' })),
        codeOf(revokeRole(lonely, two, { personId: one.personId, role: 'admin' })),
      ]);
      expect(codes.sort()).toEqual(['ok', 'person.last_admin']);
      const last = codes[0] === 'ok' ? one : two;
      const left = (await must(listPeople(lonely, last, { limit: 10 }))).items.find(({ roles }) =>
        roles.includes('admin'),
      );
      expect(await codeOf(disableAccount(lonely, last, { accountId: left?.accounts[0]?.id ?? '' }))).toBe(
        'person.last_admin',
      );
    } finally {
      await lonely.close();
    }
  });

  it('records sign-ins, failures, roles and accounts, without a name, login or address in any record', async () => {
    const { login, personId, accountId } = await account();
    const address = `203.0.113.${Math.floor(Math.random() * 200)}`;
    await enter(login, 'wrong wrong wrong', address);
    await must(enter(login, PASSWORD, address));
    await must(grantRole(desk, admin, { personId, role: 'auditor' }));
    const { items } = await must(listLedgerEntries(desk, admin, { limit: 50 }));
    const mine = items.filter(({ stream }) => stream === personId || stream === accountId);
    expect(mine.map(({ type }) => type)).toEqual([
      'role.granted',
      'session.opened',
      'session.refused',
      'role.granted',
      'account.created',
    ]);
    expect(mine[2]?.disclosed).toEqual({ login, address });
    for (const { body } of mine) for (const secret of [login, address, 'Ada']) expect(body).not.toContain(secret);
    expect(await codeOf(listLedgerEntries(desk, await person(desk, 'editor'), { limit: 1 }))).toBe('permission.denied');
  });
});

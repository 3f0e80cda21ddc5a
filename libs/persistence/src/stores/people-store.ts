import { type Person } from '@proofdesk/contract';
import { type EntityManager } from 'typeorm';
import { pageFrom, readCursor } from '../cursor.js';
import { accountEntity, personEntity, roleGrantEntity, type AccountRow } from '../entities/people.entity.js';
import { execute, insertRows, query, queryOne } from '../sql.js';

export type Role = Person['roles'][number];

/** What signing in needs to know of an account. */
export interface AccountForSignIn {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly login: string;
  readonly passwordHash: string;
  readonly isDemo: boolean;
  readonly isDisabled: boolean;
  readonly roles: Role[];
}

const personSql = `
  SELECT p.id, p.name,
         coalesce((SELECT array_agg(g.role ORDER BY g.role) FROM role_grant g WHERE g.person_id = p.id), '{}') AS roles,
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'login', a.login,
            'disabledAt', a.disabled_at, 'createdAt', a.created_at) ORDER BY a.created_at, a.id)
            FROM account a WHERE a.person_id = p.id), '[]') AS accounts
    FROM person p`;

type PersonSqlRow = Person;

const instantOf = (value: string | null): string | null => (value === null ? null : new Date(value).toISOString());

const toPerson = (row: PersonSqlRow): Person => ({
  ...row,
  accounts: row.accounts.map((account) => ({
    ...account,
    disabledAt: instantOf(account.disabledAt),
    createdAt: new Date(account.createdAt).toISOString(),
  })),
});

/** People, their accounts and roles. */
export class PeopleStore {
  constructor(private readonly manager: EntityManager) {}

  async addPerson(id: string, name: string): Promise<void> {
    await insertRows(this.manager, personEntity, [{ id, name }]);
  }

  /** Answers false when the login is taken. */
  async addAccount(
    account: Pick<AccountRow, 'id' | 'personId' | 'login' | 'passwordHash' | 'isDemo'>,
  ): Promise<boolean> {
    await insertRows(this.manager, accountEntity, [account], 'ON CONFLICT (login) DO NOTHING');
    const sql = 'SELECT id FROM account WHERE login = $1';
    return (await queryOne<{ id: string }>(this.manager, sql, [account.login]))?.id === account.id;
  }

  async find(id: string): Promise<Person | null> {
    const row = await queryOne<PersonSqlRow>(this.manager, `${personSql} WHERE p.id = $1`, [id]);
    return row && toPerson(row);
  }

  async list(after: string | undefined, limit: number): Promise<{ items: Person[]; next: string | null }> {
    const cursor = readCursor(after, ['string', 'string']);
    const rows = await query<PersonSqlRow>(
      this.manager,
      `${personSql} WHERE $1::text IS NULL OR (p.name, p.id) > ($1, $2::uuid) ORDER BY p.name, p.id LIMIT $3`,
      [cursor?.[0] ?? null, cursor?.[1] ?? null, limit + 1],
    );
    return pageFrom(rows, limit, toPerson, (row) => [row.name, row.id]);
  }

  async findAccountByLogin(login: string): Promise<AccountForSignIn | null> {
    return queryOne<AccountForSignIn>(
      this.manager,
      `SELECT a.id, a.person_id AS "personId", p.name AS "personName", a.login, a.password_hash AS "passwordHash",
              a.is_demo AS "isDemo", a.disabled_at IS NOT NULL AS "isDisabled",
              coalesce((SELECT array_agg(g.role ORDER BY g.role) FROM role_grant g WHERE g.person_id = p.id), '{}') AS roles
         FROM account a JOIN person p ON p.id = a.person_id WHERE a.login = $1`,
      [login],
    );
  }

  async findAccount(id: string): Promise<{ id: string; personId: string; isDisabled: boolean } | null> {
    return queryOne(
      this.manager,
      'SELECT id, person_id AS "personId", disabled_at IS NOT NULL AS "isDisabled" FROM account WHERE id = $1',
      [id],
    );
  }

  /** The demo accounts among these logins that can still be signed in to. */
  async usableDemoLogins(logins: readonly string[]): Promise<Set<string>> {
    const sql = 'SELECT login FROM account WHERE is_demo AND disabled_at IS NULL AND login = ANY ($1)';
    return new Set((await query<{ login: string }>(this.manager, sql, [logins])).map((row) => row.login));
  }

  /** Answers false when the role was held already. */
  async grantRole(personId: string, role: Role, grantedBy: string | null): Promise<boolean> {
    const held = await this.holds(personId, role);
    if (!held) await insertRows(this.manager, roleGrantEntity, [{ personId, role, grantedBy }]);
    return !held;
  }

  /** Answers false when the role was not held. */
  async revokeRole(personId: string, role: Role): Promise<boolean> {
    const sql = 'DELETE FROM role_grant WHERE person_id = $1 AND role = $2';
    return (await execute(this.manager, sql, [personId, role])) > 0;
  }

  async holds(personId: string, role: Role): Promise<boolean> {
    const sql = 'SELECT 1 FROM role_grant WHERE person_id = $1 AND role = $2';
    return (await queryOne(this.manager, sql, [personId, role])) !== null;
  }

  async setPasswordHash(accountId: string, hash: string): Promise<void> {
    await execute(this.manager, 'UPDATE account SET password_hash = $2 WHERE id = $1', [accountId, hash]);
  }

  async setDisabled(accountId: string, isDisabled: boolean): Promise<void> {
    const at = isDisabled ? 'clock_timestamp()' : 'NULL';
    await execute(this.manager, `UPDATE account SET disabled_at = ${at} WHERE id = $1`, [accountId]);
  }

  /**
   * People other than this one who can still administrate, and whose account is not the one given. Locks the grants of
   * the admin role, so that two admins who remove each other at once do not both succeed.
   */
  async otherAdmins(exceptPersonId: string): Promise<number> {
    await query(this.manager, `SELECT 1 FROM role_grant WHERE role = 'admin' ORDER BY person_id FOR UPDATE`);
    const row = await queryOne<{ count: number }>(
      this.manager,
      `SELECT count(*)::int AS count FROM role_grant g WHERE g.role = 'admin' AND g.person_id <> $1
          AND EXISTS (SELECT 1 FROM account a WHERE a.person_id = g.person_id AND a.disabled_at IS NULL)`,
      [exceptPersonId],
    );
    return row?.count ?? 0;
  }

  /** Other accounts of the same person that can be signed in to. */
  async otherOpenAccounts(personId: string, exceptAccountId: string): Promise<number> {
    const sql = 'SELECT count(*)::int AS count FROM account WHERE person_id = $1 AND id <> $2 AND disabled_at IS NULL';
    return (await queryOne<{ count: number }>(this.manager, sql, [personId, exceptAccountId]))?.count ?? 0;
  }

  async idsWithRole(role: Role): Promise<string[]> {
    const sql = 'SELECT person_id AS id FROM role_grant WHERE role = $1 ORDER BY person_id';
    return (await query<{ id: string }>(this.manager, sql, [role])).map((row) => row.id);
  }

  async nameOf(personId: string): Promise<string | null> {
    const sql = 'SELECT name FROM person WHERE id = $1';
    return (await queryOne<{ name: string }>(this.manager, sql, [personId]))?.name ?? null;
  }
}

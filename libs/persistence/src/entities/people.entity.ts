import { EntitySchema } from 'typeorm';
import { check, createdNow, flag, instant, key, maybe, oneOf, refersTo, startingAt, text, uuid } from './columns.js';
import { roleValues } from './values.js';

export interface PersonRow {
  id: string;
  name: string;
  createdAt: Date;
}

/** A human being, who counts once whatever the number of accounts. */
export const personEntity = new EntitySchema<PersonRow>({
  name: 'person',
  columns: { id: key(uuid), name: text, createdAt: createdNow },
  checks: [check('person_name_check', `name <> ''`)],
});

export interface AccountRow {
  id: string;
  personId: string;
  login: string;
  passwordHash: string;
  isDemo: boolean;
  disabledAt: Date | null;
  createdAt: Date;
}

/** A way to sign in. */
export const accountEntity = new EntitySchema<AccountRow>({
  name: 'account',
  columns: {
    id: key(uuid),
    personId: uuid,
    login: text,
    passwordHash: text,
    isDemo: startingAt(flag, false),
    disabledAt: maybe(instant),
    createdAt: createdNow,
  },
  uniques: [{ columns: ['login'] }],
  indices: [{ columns: ['personId'] }],
  checks: [check('account_login_check', `login = lower(login) AND login <> ''`)],
  foreignKeys: [refersTo('person', ['person_id'])],
});

export interface RoleGrantRow {
  personId: string;
  role: string;
  grantedBy: string | null;
  grantedAt: Date;
}

export const roleGrantEntity = new EntitySchema<RoleGrantRow>({
  name: 'role_grant',
  columns: { personId: key(uuid), role: key(text), grantedBy: maybe(uuid), grantedAt: createdNow },
  checks: [oneOf('role_grant', 'role', roleValues)],
  foreignKeys: [refersTo('person', ['person_id']), refersTo('person', ['granted_by'])],
});

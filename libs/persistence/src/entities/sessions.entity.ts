import { EntitySchema } from 'typeorm';
import {
  bytes,
  check,
  createdNow,
  instant,
  key,
  maybe,
  oneOf,
  refersTo,
  startingAt,
  text,
  uuid,
  whole,
} from './columns.js';

export interface SessionRow {
  id: string;
  accountId: string;
  tokenSha256: Buffer;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
}

/** A signed-in browser. The token itself is never stored. */
export const sessionEntity = new EntitySchema<SessionRow>({
  name: 'session',
  columns: {
    id: key(uuid),
    accountId: uuid,
    tokenSha256: { ...bytes, name: 'token_sha256' },
    createdAt: createdNow,
    lastSeenAt: createdNow,
    expiresAt: instant,
    endedAt: maybe(instant),
  },
  uniques: [{ columns: ['tokenSha256'] }],
  indices: [{ columns: ['accountId'] }],
  checks: [check('session_token_sha256_check', 'octet_length(token_sha256) = 32')],
  foreignKeys: [refersTo('account', ['account_id'])],
});

export interface SignInAttemptRow {
  scope: string;
  subject: string;
  failures: number;
  lastAt: Date;
  blockedUntil: Date;
}

/** Failed sign-ins by account and by address; a good one clears the account's row. */
export const signInAttemptEntity = new EntitySchema<SignInAttemptRow>({
  name: 'sign_in_attempt',
  columns: {
    scope: key(text),
    subject: key(text),
    failures: startingAt(whole, 0),
    lastAt: createdNow,
    blockedUntil: createdNow,
  },
  checks: [oneOf('sign_in_attempt', 'scope', ['account', 'address'])],
});

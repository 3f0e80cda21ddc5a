import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type Session } from '@proofdesk/contract';
import { type AccountForSignIn, type ThrottleKey } from '@proofdesk/persistence';
import { type PersonActor } from './actor.js';
import { ledgerActor } from './act.js';
import { decide } from './decide.js';
import { type Desk } from './desk.js';
import { inPasswordSlot, verifyPassword } from './passwords.js';
import { done, refuse, type Outcome } from './refusal.js';

export interface SignInCommand {
  readonly login: string;
  readonly password: string;
  readonly address: string;
}

export interface SignedIn {
  readonly token: string;
  readonly actor: PersonActor;
  readonly session: Session;
}

/** Refused sign-ins under a login that nobody has are recorded in this one stream. */
export const UNKNOWN_LOGIN_STREAM = '00000000-0000-4000-8000-000000000001';

const sha256 = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/**
 * Signs a person in. Same answer and same time whether the login exists or not; failures slow the account and the address
 * down, never lock them for good. Refusals: session.refused, session.throttled (retryAfterSeconds).
 */
export async function signIn(desk: Desk, command: SignInCommand): Promise<Outcome<SignedIn>> {
  const login = command.login.trim().toLowerCase();
  const keys: readonly ThrottleKey[] = [
    { scope: 'account', subject: sha256(login).toString('hex') },
    { scope: 'address', subject: sha256(command.address).toString('hex') },
  ];
  // Waiting, verifying and counting happen in one of two slots, so a burst cannot slip through between them.
  return inPasswordSlot(async () => {
    const seconds = await desk.db.read((unit) => unit.signInAttempts.secondsToWait(keys));
    if (seconds > 0)
      return refuse('session.throttled', `Too many failed sign-ins. Wait ${seconds} s and try again.`, {
        retryAfterSeconds: seconds,
      });
    const account = await desk.db.read((unit) => unit.people.findAccountByLogin(login));
    const fits = await verifyPassword(account?.passwordHash ?? null, command.password);
    return account !== null && fits && !account.isDisabled
      ? openSession(desk, account, keys)
      : refuseSignIn(desk, account, keys, { login, address: command.address });
  });
}

async function openSession(
  desk: Desk,
  account: AccountForSignIn,
  keys: readonly ThrottleKey[],
): Promise<Outcome<SignedIn>> {
  const token = randomBytes(32).toString('base64url');
  const sessionId = randomUUID();
  const { personId, personName, roles } = account;
  const actor: PersonActor = { kind: 'person', personId, accountId: account.id, roles, sessionId };
  return decide(desk, async (unit) => {
    for (const key of keys) if (key.scope === 'account') await unit.signInAttempts.clear(key);
    const expiresAt = await unit.sessions.open(sessionId, account.id, sha256(token));
    await unit.ledger.append({
      stream: account.id,
      type: 'session.opened',
      actor: ledgerActor(actor, roles[0] ?? 'reporter'),
      subject: { account: account.id, person: personId },
    });
    const session: Session = {
      person: { id: personId, name: personName },
      login: account.login,
      roles,
      expiresAt: expiresAt.toISOString(),
      demo: account.isDemo,
    };
    return done({ token, actor, session });
  });
}

/** The refusal is committed, unlike others: it is counted and recorded. */
async function refuseSignIn(
  desk: Desk,
  account: AccountForSignIn | null,
  keys: readonly ThrottleKey[],
  said: { readonly login: string; readonly address: string },
): Promise<Outcome<SignedIn>> {
  await desk.db.transaction(async (unit) => {
    for (const key of keys) await unit.signInAttempts.countFailure(key);
    await unit.ledger.append({
      stream: account?.id ?? UNKNOWN_LOGIN_STREAM,
      type: 'session.refused',
      actor: { kind: 'system', id: 'api' },
      ...(account && { subject: { account: account.id, person: account.personId } }),
      data: { reason: reasonOf(account) },
      said,
    });
  });
  return refuse('session.refused', 'Login or password is wrong, or the account is disabled.');
}

const reasonOf = (account: AccountForSignIn | null): string =>
  account === null ? 'unknown_login' : account.isDisabled ? 'account_disabled' : 'wrong_password';

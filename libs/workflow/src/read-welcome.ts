import { type Welcome } from '@proofdesk/contract';
import { type Desk } from './desk.js';
import { done, type Outcome } from './refusal.js';

/** What the sign-in page may show. Only demo accounts that can still be signed in to are named. */
export async function readWelcome(desk: Desk): Promise<Outcome<Welcome>> {
  const logins = desk.demoAccounts.map((account) => account.login);
  const usable = logins.length === 0 ? new Set() : await desk.db.read((unit) => unit.people.usableDemoLogins(logins));
  const demoAccounts = desk.demoAccounts
    .filter((account) => usable.has(account.login))
    .map(({ login, name, roles, password }) => ({ login, name, roles: [...roles], password }));
  return done({ newsroom: desk.newsroom, demoAccounts });
}

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const loginRoles = ['superuser', 'migrator', 'app', 'sealer', 'auditor'] as const;
export type LoginRole = (typeof loginRoles)[number];
export type Passwords = Record<LoginRole, string>;

/** Name of the database role behind each login. */
export const roleName = (role: LoginRole): string => (role === 'superuser' ? 'postgres' : `proofdesk_${role}`);

/** The passwords of this installation, made on first use; the file is readable by its owner only. */
export function readPasswords(home: string): Passwords {
  const file = join(home, 'database-passwords.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
  const made = Object.fromEntries(loginRoles.map((role) => [role, randomBytes(24).toString('base64url')])) as Passwords;
  writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  return made;
}

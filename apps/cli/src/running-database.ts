import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPasswords, roleName, type LoginRole } from '@proofdesk/embedded-database';
import { readConfig, type CliConfig } from './config.js';

interface Running {
  pid: number;
  address: string;
  databasePort: number | null;
}

/** What the running desk of this folder wrote down about itself; `null` when none runs. */
export function runningDesk(home: string): Running | null {
  const file = join(home, 'running.json');
  if (!existsSync(file)) return null;
  const running = JSON.parse(readFileSync(file, 'utf8')) as Running;
  try {
    process.kill(running.pid, 0);
    return running;
  } catch {
    return null;
  }
}

/**
 * Connection string of the operator's server, or of the embedded one while the desk runs.
 * @throws Error that says how to get one
 */
export async function withDatabaseUrl(
  role: 'app' | 'migrator' | 'sealer' = 'app',
  config: CliConfig = readConfig(),
): Promise<string> {
  const own = { app: config.databaseUrl, migrator: config.migratorUrl, sealer: config.sealerUrl }[role];
  if (own !== undefined) return own;
  const running = runningDesk(config.home);
  if (running?.databasePort) return embeddedUrl(config.home, running.databasePort, role);
  const variable = role === 'app' ? 'DATABASE_URL' : `${role.toUpperCase()}_DATABASE_URL`;
  throw new Error(
    `there is no database: set ${variable}, or start the desk first (npm start) in the folder ${config.home}`,
  );
}

const embeddedUrl = (home: string, port: number, role: LoginRole) =>
  `postgres://${roleName(role)}:${readPasswords(home)[role]}@127.0.0.1:${port}/proofdesk`;

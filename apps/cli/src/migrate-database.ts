import { createRoles, loginRoles, roleName } from '@proofdesk/embedded-database';
import { readConfig, type CliConfig } from './config.js';
import { withDatabaseUrl } from './running-database.js';
import { migrateAll } from './start/prepare-database.js';

/** Migrates the database of the settings; with `withRoles` makes roles and database first, with the passwords in the URLs. */
export async function migrateDatabase({ withRoles }: { withRoles: boolean }): Promise<void> {
  const config = readConfig();
  const migratorUrl = await withDatabaseUrl('migrator', config);
  if (withRoles) await rolesFrom(config, migratorUrl);
  await migrateAll(migratorUrl);
  process.stdout.write('The tables are up to date.\n');
}

async function rolesFrom(config: CliConfig, migratorUrl: string): Promise<void> {
  if (config.superuserUrl === undefined) throw new Error('set SUPERUSER_DATABASE_URL to make the roles');
  const urls = [migratorUrl, config.databaseUrl, config.sealerUrl].filter((url) => url !== undefined);
  const passwords = Object.fromEntries(
    urls.map((text) => {
      const url = new URL(text);
      const role = loginRoles.find((name) => roleName(name) === url.username);
      if (role === undefined)
        throw new Error(`the role "${url.username}" is none of ${loginRoles.map(roleName).join(', ')}`);
      return [role, decodeURIComponent(url.password)];
    }),
  );
  await createRoles(config.superuserUrl, new URL(migratorUrl).pathname.slice(1), passwords);
}

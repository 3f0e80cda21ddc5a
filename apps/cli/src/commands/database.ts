import { type Command } from 'commander';

/** `proofdesk migrate` and `proofdesk seed`. */
export function declareDatabaseCommands(program: Command): void {
  program
    .command('migrate')
    .description('bring the tables up to date (MIGRATOR_DATABASE_URL)')
    .option('--create-roles', 'first make database roles and database (SUPERUSER_DATABASE_URL)')
    .action(async ({ createRoles }: { createRoles?: boolean }) => {
      const { migrateDatabase } = await import('../migrate-database.js');
      await migrateDatabase({ withRoles: createRoles ?? false });
    });
  program
    .command('seed')
    .description('fill an empty embedded desk with the demo; refused where DATABASE_URL is set')
    .action(async () => {
      const [{ readConfig }, { seedDemo }, { withDatabaseUrl }] = await Promise.all([
        import('../config.js'),
        import('../seed/seed-demo.js'),
        import('../running-database.js'),
      ]);
      const config = readConfig();
      if (config.databaseUrl !== undefined) {
        throw new Error(
          'demo accounts have a known password, so they are refused where DATABASE_URL names a server of your own',
        );
      }
      const added = await seedDemo(await withDatabaseUrl('app', config));
      process.stdout.write(added ? 'The demo is filled in.\n' : 'There are articles already; nothing was changed.\n');
    });
}

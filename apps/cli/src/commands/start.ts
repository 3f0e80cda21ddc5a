import { type Command } from 'commander';

/** `proofdesk start`: database, api and worker of one desk, behind one address, until Ctrl-C. */
export function declareStart(program: Command): void {
  program
    .command('start')
    .description('run the whole desk: PostgreSQL, api and worker behind one address, until Ctrl-C')
    .option('--no-demo', 'start with an empty desk (first account: proofdesk user add)')
    .action(async ({ demo }: { demo: boolean }) => {
      const [{ readConfig }, { startDesk }] = await Promise.all([
        import('../config.js'),
        import('../start/start-desk.js'),
      ]);
      await startDesk(readConfig(), { demo });
    });
}

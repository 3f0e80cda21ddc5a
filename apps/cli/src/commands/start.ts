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
      try {
        await startDesk(readConfig(), { demo });
      } catch (error) {
        process.stderr.write(`proofdesk: ${(error as Error).message}\n`);
        process.exitCode = 1;
      }
      // Whatever a half-started part left open must not keep the terminal.
      process.exit();
    });
}

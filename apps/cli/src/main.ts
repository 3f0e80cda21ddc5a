import { Command, CommanderError } from 'commander';
import { version } from './version.js';
import { declareAuditCommands } from './commands/audit.js';
import { declareCheck } from './commands/check.js';
import { declareDatabaseCommands } from './commands/database.js';
import { declareDoctor } from './commands/doctor.js';
import { declareIngest } from './commands/ingest.js';
import { declareSealing } from './commands/sealing.js';
import { declareStart } from './commands/start.js';
import { declareUser } from './commands/user.js';

/** Wrong usage ends with 2; a command that could not do its work with 1. */
const wrongUsage = 2;

const program = new Command('proofdesk')
  .description('The desk on which a newsroom checks what it is about to print, and proves afterwards how it decided.')
  .version(version)
  .showHelpAfterError('(proofdesk --help lists the commands)')
  .exitOverride();

for (const declare of [
  declareStart,
  declareCheck,
  declareIngest,
  declareDatabaseCommands,
  declareUser,
  declareSealing,
  declareAuditCommands,
  declareDoctor,
]) {
  declare(program);
}
for (const command of program.commands) command.exitOverride();

// A reader that closes early (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : wrongUsage;
  } else {
    process.stderr.write(`proofdesk: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

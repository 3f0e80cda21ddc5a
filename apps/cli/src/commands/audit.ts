import { type Command, Option } from 'commander';
import { type BundleCommand } from '../audit/write-bundle.js';
import { type FsckCommand } from '../audit/run-fsck.js';

/** `proofdesk fsck`, `proofdesk bundle` and `proofdesk verify`: what can be known without believing the desk. */
export function declareAuditCommands(program: Command): void {
  program
    .command('fsck')
    .description(
      'check the whole database against its ledger; exit status 1 where anything is wrong, 2 where it could not be looked at',
    )
    .option('--policy <file>', 'whose signatures to believe (default: that of the sealer, which is no outside judge)')
    .option('--receipts <file...>', 'receipts that people kept')
    .option('--checkpoints <file...>', 'checkpoints kept outside, such as the last one a witness cosigned')
    .option('--fingerprint <hex>', "the barriers' fingerprint, as an earlier run printed it")
    .option('--deep', 'also read every entry strictly; several times slower')
    .option('--json', 'print one JSON object')
    .action(async (options: FsckCommand) => {
      const { runFsck } = await import('../audit/run-fsck.js');
      process.exitCode = await runFsck(options);
    });
  program
    .command('bundle')
    .description('write the proof of one assertion’s history to standard output')
    .argument('<assertion-id>')
    .addOption(new Option('--disclose <what>', 'texts to open').choices(['public', 'all', 'none']).default('public'))
    .option('--policy <file>', 'prove by a checkpoint that this policy believes (default: that of the sealer)')
    .action(async (assertionId: string, options: BundleCommand) => {
      const { writeBundle } = await import('../audit/write-bundle.js');
      await writeBundle(assertionId, options);
    });
  program
    .command('verify')
    .description('verify a proof, without any database; exit status 0 proven, 1 not, 2 could not be read')
    .argument('<bundle>', 'file, or - for standard input')
    .requiredOption('--policy <file>', 'whose signatures to believe: yours, never one that came with the bundle')
    .option('--json', 'print one JSON object')
    .action(async (bundle: string, options: { policy: string; json?: boolean }) => {
      const { verifyProof } = await import('../audit/verify-proof.js');
      process.exitCode = await verifyProof(bundle, options);
    });
}

import { InvalidArgumentError, type Command } from 'commander';

function readSize(value: string): number {
  if (/^\d{1,15}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It is a number of leaves.');
}

/** `proofdesk checkpoint`, `witness`, `cosign` and `log continue`: the sealed ledger, by hand, mail or cron. */
export function declareSealing(program: Command): void {
  program
    .command('checkpoint')
    .description('print the newest signed checkpoint, with the proof that it continues an earlier one: for a witness')
    .option('--since <size>', 'size of the last checkpoint that the witness saw', readSize, 0)
    .action(async ({ since }: { since: number }) => {
      const { printCheckpoint } = await import('../sealing/print-checkpoint.js');
      await printCheckpoint(since);
    });
  program
    .command('witness')
    .description('be a witness: cosign what `proofdesk checkpoint` printed, if it continues what was seen before')
    .argument('[file]', 'what `proofdesk checkpoint` printed; - reads standard input')
    .option('--folder <folder>', 'where key and memory of this witness lie; default PROOFDESK_HOME/witness')
    .option('--policy <file>', 'policy with the keys of the logs to watch; kept for the next time')
    .option('--name <name>', 'what a new witness is called, e.g. pressclub.example/witness')
    .option('--note', 'print the whole cosigned checkpoint, not only the line')
    .action(
      async (
        file: string | undefined,
        options: { folder?: string; policy?: string; name?: string; note?: boolean },
      ) => {
        const { cosignFile } = await import('../sealing/cosign-file.js');
        await cosignFile(file, options);
      },
    );
  program
    .command('cosign')
    .description('file what a witness answered')
    .argument('<file>', 'its signature line, or the cosigned checkpoint; - reads standard input')
    .action(async (file: string) => {
      const { fileCosignature } = await import('../sealing/file-cosignature.js');
      await fileCosignature(file);
    });
  program
    .command('log')
    .description('the log under which the ledger is sealed')
    .command('continue')
    .description('after a restore: seal under a new name, whose first entry says what was signed before')
    .requiredOption('--reason <words>', 'why; kept in the record')
    .option('--even-so', 'also where database and sealer agree and nothing is missing')
    .action(async ({ reason, evenSo }: { reason: string; evenSo?: boolean }) => {
      const { continueTheLog } = await import('../sealing/continue-the-log.js');
      await continueTheLog(reason, evenSo ?? false);
    });
}

import { InvalidArgumentError, type Command } from 'commander';
import { SingleBar } from 'cli-progress';

interface CheckOptions {
  format: 'table' | 'json';
  batch?: boolean;
}

/** `proofdesk check`: says who says so, without a database. The JSON contract is `proofdesk.check/1`. */
export function declareCheck(program: Command): void {
  program
    .command('check')
    .description('find every assertion in an article and say who says so')
    .argument('[file...]', 'article files (UTF-8 text); - reads standard input')
    .option('--format <format>', 'table or json', readFormat, 'table')
    .option('--batch', 'read JSON Lines {"id","text"} on standard input, write one object a line')
    .action(async (files: string[], options: CheckOptions, command: Command) => {
      if (options.batch) {
        if (files.some((file) => file !== '-') || files.length > 1)
          command.error('--batch reads standard input: name no file');
        return runBatch();
      }
      if (files.length === 0) command.error('name a file, or - for standard input');
      return runFiles(files, options.format);
    });
}

function readFormat(value: string): 'table' | 'json' {
  if (value === 'table' || value === 'json') return value;
  throw new InvalidArgumentError('It is "table" or "json".');
}

async function runBatch(): Promise<void> {
  const [{ checkArticle }, { checkBatch }] = await Promise.all([
    import('@proofdesk/extraction'),
    import('../check/batch.js'),
  ]);
  const show = process.stderr.isTTY
    ? (count: number) => void (count % 10 || process.stderr.write(`\r${count} articles`))
    : undefined;
  const faults = await checkBatch(process.stdin, process.stdout, (text) => checkArticle(text), show);
  if (process.stderr.isTTY) process.stderr.write('\n');
  if (faults > 0) process.exitCode = 1;
}

async function runFiles(files: string[], format: 'table' | 'json'): Promise<void> {
  const [{ checkArticle }, { readInput }, { checkTable }] = await Promise.all([
    import('@proofdesk/extraction'),
    import('../check/read-input.js'),
    import('../check/table.js'),
  ]);
  const bar =
    files.length > 1 && process.stderr.isTTY
      ? new SingleBar({ format: '{bar} {value}/{total} {file}', stream: process.stderr })
      : null;
  bar?.start(files.length, 0, { file: '' });
  for (const [index, file] of files.entries()) {
    bar?.update(index, { file });
    try {
      const check = checkArticle(await readInput(file));
      const named = files.length > 1 ? { file, ...check } : check;
      process.stdout.write(
        format === 'json' ? `${JSON.stringify(named)}\n` : `${index ? '\n' : ''}${checkTable(check, file)}`,
      );
    } catch (error) {
      process.stderr.write(`${bar ? '\n' : ''}proofdesk: ${(error as Error).message}\n`);
      process.exitCode = 1;
    }
  }
  bar?.update(files.length, { file: '' });
  bar?.stop();
}

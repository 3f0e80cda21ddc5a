import { type Command } from 'commander';

interface IngestOptions {
  title?: string;
  byline?: string;
  url?: string;
  publishedOn?: string;
  published?: boolean;
  html?: boolean;
}

/** `proofdesk ingest`: feeds article files into the desk's database; the worker then extracts their assertions. */
export function declareIngest(program: Command): void {
  program
    .command('ingest')
    .description('feed articles into the desk; the same words twice are one article')
    .argument('<file...>', 'UTF-8 files; - reads standard input')
    .option('--title <title>', 'else the first line')
    .option('--byline <byline>')
    .option('--url <url>', 'where it was published')
    .option('--published-on <day>', 'YYYY-MM-DD')
    .option('--published', "somebody else's published article, not the newsroom's own draft")
    .option('--html', 'the files are HTML pages')
    .action(async (files: string[], options: IngestOptions, command: Command) => {
      if (files.length > 1 && (options.title || options.url)) command.error('--title and --url go with one file');
      const { ingestFiles } = await import('../ingest-files.js');
      await ingestFiles(files, options);
    });
}

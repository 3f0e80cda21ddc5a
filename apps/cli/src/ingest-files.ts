import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ingestArticle } from '@proofdesk/workflow';
import { SingleBar } from 'cli-progress';
import { withDatabaseUrl } from './running-database.js';
import { openDesk } from './open-desk.js';

interface Options {
  title?: string;
  byline?: string;
  url?: string;
  publishedOn?: string;
  published?: boolean;
  html?: boolean;
}

/** Feeds the files in one after the other; a file that is refused is named with the reason, the others go on. */
export async function ingestFiles(files: string[], options: Options): Promise<void> {
  const desk = await openDesk(await withDatabaseUrl());
  const bar =
    files.length > 1 && process.stderr.isTTY
      ? new SingleBar({ format: '{bar} {value}/{total} {file}', stream: process.stderr })
      : null;
  bar?.start(files.length, 0, { file: '' });
  try {
    for (const [index, file] of files.entries()) {
      bar?.update(index, { file });
      const bytes = file === '-' ? await buffer(process.stdin) : await readFile(file);
      const isHtml = options.html ?? ['.html', '.htm'].includes(extname(file).toLowerCase());
      const outcome = await ingestArticle(
        desk,
        { kind: 'system', name: 'cli' },
        { body: isHtml ? { html: bytes } : { text: bytes }, meta: metaOf(options) },
      );
      if (outcome.ok) {
        process.stdout.write(
          `${outcome.value.articleId}  ${outcome.value.created ? 'new' : 'already here'}  ${file}\n`,
        );
      } else {
        process.stderr.write(`proofdesk: ${file}: ${outcome.refusal.detail}\n`);
        process.exitCode = 1;
      }
    }
  } finally {
    bar?.stop();
    await desk.db.close();
  }
}

const metaOf = ({ title, byline, url, publishedOn, published }: Options) => ({
  origin: published ? ('published' as const) : ('draft' as const),
  ...(title ? { title } : {}),
  ...(byline ? { byline } : {}),
  ...(url ? { url } : {}),
  ...(publishedOn ? { publishedOn } : {}),
});

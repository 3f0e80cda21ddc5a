import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { decodeUtf8 } from '@proofdesk/text';
import { MAX_ARTICLE_BYTES } from '@proofdesk/articles';
import { z } from 'zod';
import { refusalOfArticle } from './refuse-article.js';
import { done, refuse, type Outcome } from './refusal.js';

/** Caps of the child that reads hostile HTML. */
const HEAP_MB = 256;
const SECONDS = 20;
const OUTPUT_BYTES = 8 * 1024 * 1024;

const program = fileURLToPath(new URL('../parsers/read-html.mjs', import.meta.url));
const readableSchema = z.object({ title: z.string(), byline: z.string(), publishedOn: z.string(), text: z.string() });

/** What Readability made of a page; empty strings where it says nothing. */
export type Readable = z.infer<typeof readableSchema>;

/** Reads the article out of a page in a killable child process. Refusals: article.not_utf8, too_large, no_readable_text. */
export async function readHtml(html: string | Uint8Array, seconds = SECONDS): Promise<Outcome<Readable>> {
  const bytes = typeof html === 'string' ? Buffer.from(html, 'utf8') : html;
  if (bytes.byteLength > MAX_ARTICLE_BYTES) return refusalOfArticle({ code: 'too_large', bytes: bytes.byteLength });
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return refusalOfArticle({ code: 'not_utf8', offset: decoded.refusal.byteOffset });
  const output = await runChild(bytes, seconds);
  if (!output.ok) return output;
  const read = readableSchema.safeParse(parseJson(output.value));
  if (!read.success || read.data.text.trim() === '')
    return refuse('article.no_readable_text', 'No article was found in this page. Paste its text instead.');
  return done(read.data);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function runChild(input: Uint8Array, seconds: number): Promise<Outcome<string>> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${HEAP_MB}`, '--disable-proto=delete', program], {
      env: {},
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (outcome: Outcome<string>): void => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      resolve(outcome);
    };
    const tooMuch = (why: string) => refuse('article.no_readable_text', `The page could not be read: ${why}.`);
    const timer = setTimeout(() => end(tooMuch(`it took longer than ${seconds} s`)), seconds * 1000);
    child.on('error', (error) => end(tooMuch(error.message)));
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > OUTPUT_BYTES) end(tooMuch('it holds too much text'));
      else chunks.push(chunk);
    });
    child.on('close', (status) =>
      end(status === 0 ? done(Buffer.concat(chunks).toString('utf8')) : tooMuch('it is too large or too deep')),
    );
    // The child may be killed before it has read everything.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

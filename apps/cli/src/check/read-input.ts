import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { decodeUtf8 } from '@proofdesk/text';

/**
 * Reads a file, or standard input for `-`, as UTF-8.
 * @throws Error that names the file and, for bad UTF-8, the byte offset
 */
export async function readInput(file: string): Promise<string> {
  const name = file === '-' ? 'standard input' : file;
  const bytes = file === '-' ? await buffer(process.stdin) : await readFileOrSay(file);
  const decoded = decodeUtf8(bytes);
  if (decoded.ok) return decoded.value;
  throw new Error(
    `${name} is not UTF-8: the byte at offset ${decoded.refusal.byteOffset} cannot be read. Save it as UTF-8 and try again.`,
  );
}

async function readFileOrSay(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Error(`${file}: there is no such file.`);
    if (code === 'EISDIR') throw new Error(`${file} is a folder; name the article's file.`);
    throw new Error(`${file} cannot be read (${code}).`);
  }
}

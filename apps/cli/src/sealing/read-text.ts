import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';

/** A small text file, or standard input for `-`. */
export async function readText(file: string): Promise<string> {
  return file === '-' ? text(process.stdin) : readFileSync(file, 'utf8');
}

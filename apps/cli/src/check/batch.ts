import { createInterface } from 'node:readline';
import { type Readable, type Writable } from 'node:stream';
import { type Check } from '@proofdesk/extraction';
import { once } from 'node:events';

type Line = { id: unknown; text: string };
type Fault = { id: unknown; error: { code: string; message: string } };

/** The id of a line that cannot be used, as far as it can be known. */
const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : null;

/** Reads one line of JSON Lines: `{"id","text"}`. */
export function readLine(line: string): Line | Fault {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { id: null, error: { code: 'not-json', message: `The line is not JSON: ${(error as Error).message}` } };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { id: null, error: { code: 'not-an-object', message: 'The line must be an object {"id","text"}.' } };
  }
  const text = 'text' in value ? value.text : undefined;
  if (typeof text === 'string') return { id: idOf(value), text };
  return {
    id: idOf(value),
    error: { code: 'text-missing', message: 'The line has no "text", or it is not a string.' },
  };
}

/**
 * Checks one article a line, in input order, and writes one object a line. A bad line yields its error in its place.
 * Empty lines are passed over.
 * @returns number of lines that could not be read
 */
export async function checkBatch(
  input: Readable,
  output: Writable,
  check: (text: string) => Check,
  onDone: (count: number) => void = () => {},
): Promise<number> {
  let faults = 0;
  let count = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const read = readLine(count === 0 ? line.replace(/^\uFEFF/, '') : line);
    if ('error' in read) faults += 1;
    const answer = 'error' in read ? read : { id: read.id, ...check(read.text) };
    if (!output.write(`${JSON.stringify(answer)}\n`)) await once(output, 'drain');
    count += 1;
    onDone(count);
  }
  return faults;
}

import type { ZodType } from 'zod';
import { misunderstood, problemOf, unreachable } from './problem-error.js';

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  /** The etag that was on the screen when the person decided. */
  readonly ifMatch?: string;
  /** One per attempt to decide; sent again unchanged when the outcome is unknown. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

const listeners = new Set<() => void>();

/** Called whenever the server says that nobody is signed in. Returns the way to stop listening. */
export function onSessionLost(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const receiptListeners = new Set<(header: string) => void>();

/** Called with the receipt that comes with the answer to a decision. Returns the way to stop listening. */
export function onReceipt(listener: (header: string) => void): () => void {
  receiptListeners.add(listener);
  return () => receiptListeners.delete(listener);
}

/** An etag travels in quotation marks (RFC 9110 §8.8.3); the contract's `etag` field may hold it with or without them. */
const quoted = (etag: string) => (etag.startsWith('"') ? etag : `"${etag}"`);

function headersOf(options: RequestOptions): Headers {
  const headers = new Headers({ accept: 'application/json, application/problem+json' });
  if (options.body !== undefined) headers.set('content-type', 'application/json');
  if (options.ifMatch !== undefined) headers.set('if-match', quoted(options.ifMatch));
  if (options.idempotencyKey !== undefined) headers.set('idempotency-key', options.idempotencyKey);
  return headers;
}

/** A request that was called off is no fault; anything else means that the connection broke. */
function lost(error: unknown): never {
  if (error instanceof DOMException && error.name === 'AbortError') throw error;
  throw unreachable();
}

/** The body as JSON; `undefined` where it is none. */
async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text().catch(lost);
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function send(path: string, options: RequestOptions): Promise<Response> {
  const response = await fetch(path, {
    method: options.method ?? 'GET',
    headers: headersOf(options),
    credentials: 'same-origin',
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    ...(options.signal ? { signal: options.signal } : {}),
  }).catch(lost);
  const receipt = response.headers.get('proofdesk-receipt');
  if (receipt !== null) for (const listener of receiptListeners) listener(receipt);
  if (response.ok) return response;
  const error = await problemOf(response);
  if (error.problem.code === 'session.required') for (const listener of listeners) listener();
  throw error;
}

/** Asks the api and checks its answer against the contract. Throws {@link ProblemError}. */
export async function ask<T>(schema: ZodType<T>, path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(path, options);
  const parsed = schema.safeParse(await bodyOf(response));
  if (parsed.success) return parsed.data;
  console.error(path, parsed.error.issues);
  throw misunderstood(path);
}

/** Like {@link ask} where 204 means that there is nothing. */
export async function askMaybe<T>(schema: ZodType<T>, path: string, options: RequestOptions = {}): Promise<T | null> {
  const response = await send(path, options);
  if (response.status === 204) return null;
  const parsed = schema.safeParse(await bodyOf(response));
  if (!parsed.success) throw misunderstood(path);
  return parsed.data;
}

/** Asks the api for a file; the bytes as they came. */
export async function askBytes(path: string): Promise<Uint8Array> {
  const response = await send(path, {});
  return new Uint8Array(await response.arrayBuffer().catch(lost));
}

/** Tells the api something whose answer holds no content worth reading. */
export async function tell(path: string, options: RequestOptions): Promise<void> {
  await send(path, options);
}

import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Desk } from '@proofdesk/workflow';
import { type ApiParts } from '../api.module.js';
import { type ApiConfig, readConfig } from '../config.js';
import { createApi } from '../create-api.js';
import { JsonLog } from '../json-log.js';

/** An api on a free port of this machine, and every line it logged. */
export interface Served {
  readonly address: string;
  readonly app: NestFastifyApplication;
  readonly lines: string[];
  close(): Promise<void>;
}

export async function serve(
  desk: Desk,
  changes: Partial<ApiConfig> = {},
  more: Pick<ApiParts, 'receipts' | 'files'> = {},
): Promise<Served> {
  const read = readConfig({ DATABASE_URL: 'postgres://proofdesk_app@localhost/none', DESK_DIST: '/nonexistent' });
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const lines: string[] = [];
  const log = new JsonLog('info', (line) => void lines.push(line));
  const app = await createApi({ desk, config: { ...read.value, ...changes }, log, ...more });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  return { address: `http://127.0.0.1:${port}`, app, lines, close: () => app.close() };
}

/** A desk without a database: whatever reaches a use case fails. */
export const noDesk = {
  db: new Proxy(
    {},
    { get: (_, name) => (name === 'then' ? undefined : () => Promise.reject(new Error('no database'))) },
  ),
  engine: { check: () => Promise.reject(new Error('no engine')) },
  newsroom: 'The Desk',
  publicUrl: 'http://localhost:4400',
  demoAccounts: [],
} as unknown as Desk;

import { writeFileSync } from 'node:fs';
import { type Desk } from '@proofdesk/workflow';
import { createApi } from './create-api.js';
import { readConfig } from './config.js';
import { type DocumentHolder } from './controllers/service.controller.js';
import { JsonLog } from './json-log.js';
import { DOCUMENT } from './tokens.js';

/** Builds the document from the controllers alone: no database is opened. */
export async function openApiText(): Promise<string> {
  const config = readConfig({ DATABASE_URL: 'postgres://nobody@localhost/none', DESK_DIST: '/nonexistent' });
  if (!config.ok) throw new Error(config.faults.join('\n'));
  const desk = { newsroom: 'x', publicUrl: config.value.publicUrl, demoAccounts: [] } as unknown as Desk;
  const app = await createApi({ desk, config: config.value, log: new JsonLog('error') });
  const { document } = app.get<DocumentHolder>(DOCUMENT);
  await app.close();
  return `${JSON.stringify(document, null, 2)}\n`;
}

const [, program, target] = process.argv;
if (program?.endsWith('write-openapi.js') && target !== undefined) writeFileSync(target, await openApiText());

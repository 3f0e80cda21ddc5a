import { type Disclose, exportBundle } from '@proofdesk/auditing';
import { readConfig } from '../config.js';
import { withDatabaseUrl } from '../running-database.js';
import { policyOr } from './read-policy.js';

export interface BundleCommand {
  disclose: Disclose;
  policy?: string;
}

/** What was decided a moment ago is sealed and cosigned within seconds; so long it is waited for. */
const PATIENCE_MS = 15_000;

/** Writes a proof bundle to standard output. @throws Error that says why there is none */
export async function writeBundle(assertionId: string, options: BundleCommand): Promise<void> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(assertionId))
    throw new Error(`${assertionId} is not the id of an assertion`);
  const config = readConfig();
  const url = await withDatabaseUrl('app', config);
  const policy = await policyOr(options.policy, config.sealerFolder);
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const bundle = await exportBundle(url, assertionId, { disclose: options.disclose, ...(policy && { policy }) });
    if (bundle.ok) {
      process.stdout.write(bundle.value.bytes);
      return;
    }
    const { code, message } = bundle.refusal;
    const isEarly = code === 'NOT_SEALED' || code === 'NO_CHECKPOINT';
    if (!isEarly || Date.now() > until) throw new Error(message);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

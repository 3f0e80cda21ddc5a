import * as crypto from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeCrypto, parsePolicy, type Policy } from '@proofdesk/ledger';

/** Reads a policy. @throws Error in words */
export async function readPolicy(file: string): Promise<Policy> {
  const parsed = await parsePolicy(readFileSync(file, 'utf8'), nodeCrypto(crypto));
  if (!parsed.ok) throw new Error(`${file}: ${parsed.refusal.message}`);
  return parsed.value;
}

/** The policy that was named, else that of the sealer beside, else none. */
export async function policyOr(file: string | undefined, sealerFolder: string): Promise<Policy | undefined> {
  const own = join(sealerFolder, 'policy.txt');
  return file !== undefined || existsSync(own) ? readPolicy(file ?? own) : undefined;
}

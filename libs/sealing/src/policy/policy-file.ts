import { join } from 'node:path';
import { parsePolicy, parseVerifierKey, type COSIGNATURE_V1, type ED25519, type Policy } from '@proofdesk/ledger';
import { crypto } from '../crypto.js';
import { readIfThere, replaceFile } from '../disk/disk.js';

/** Name of the policy in the sealer's folder. */
export const POLICY_FILE = 'policy.txt';

/** What a policy is put together from; all of it public. */
export interface PolicyParts {
  /** Verifier keys of all logs there were, the open one last. */
  readonly logs: readonly string[];
  /** Names that entries may carry besides that of the open log: those of earlier logs, and of none yet. */
  readonly formerOrigins: readonly string[];
  readonly receipts: readonly string[];
  /** Verifier key of the witness that runs beside the sealer. */
  readonly witnessBeside: string | undefined;
  /** The operator's own lines: `witness <name> <vkey>`, and `group` and `quorum` if the default does not do. */
  readonly ownLines: string;
}

const HEADER = `# Whom a verifier of this desk's ledger believes (c2sp.org/tlog-policy). Copy it, and compare the keys by another way
# than the one it came by. Written by the sealer; outside witnesses go into the file "witnesses" beside it.
`;

/** The text of a policy. Without lines of the operator's, the witness beside is the quorum; with outside witnesses, any one of them. */
export function policyText({ logs, formerOrigins, receipts, witnessBeside, ownLines }: PolicyParts): string {
  const own = ownLines.split('\n').map((line) => line.trim());
  const outside = own.flatMap((line) => /^witness\s+(\S+)/.exec(line)?.[1] ?? []);
  const hasQuorum = own.some((line) => line.startsWith('quorum'));
  const quorum =
    outside.length > 0
      ? [`group outside any ${outside.join(' ')}`, 'quorum outside']
      : [witnessBeside === undefined ? 'quorum none' : 'quorum beside'];
  return `${HEADER}${[
    ...logs.map((vkey) => `log ${vkey}`),
    ...formerOrigins.map((origin) => `former ${origin}`),
    ...receipts.map((vkey) => `receipt ${vkey}`),
    ...(witnessBeside === undefined ? [] : [`witness beside ${witnessBeside}`]),
    ...own.filter((line) => line !== '' && !line.startsWith('#')),
    ...(hasQuorum ? [] : quorum),
  ].join('\n')}\n`;
}

/** Writes the policy if it says something new. Receipt keys that an older one named stay: their receipts are still out. */
export async function writePolicy(folder: string, parts: PolicyParts): Promise<Policy> {
  const before = readIfThere(join(folder, POLICY_FILE));
  const receipts = [...new Set([...(before?.match(/(?<=^receipt )\S+/gm) ?? []), ...parts.receipts])];
  const text = policyText({ ...parts, receipts });
  const parsed = await parsePolicy(text, crypto);
  if (!parsed.ok)
    throw new Error(`the policy cannot be written: ${parsed.refusal.message}; look at ${folder}/witnesses`);
  if (text !== before) replaceFile(folder, POLICY_FILE, text, 0o644);
  return parsed.value;
}

/** Reads a policy file. @throws Error in words */
export async function readPolicy(path: string): Promise<Policy> {
  const text = readIfThere(path);
  if (text === undefined) throw new Error(`there is no policy ${path}`);
  const parsed = await parsePolicy(text, crypto);
  if (!parsed.ok) throw new Error(`${path}: ${parsed.refusal.message}`);
  return parsed.value;
}

/** The verifier key in a file, where there is one of that type. */
export async function readVerifierKey(
  path: string,
  type: typeof ED25519 | typeof COSIGNATURE_V1,
): Promise<string | undefined> {
  const text = readIfThere(path)?.trim();
  return text !== undefined && (await parseVerifierKey(text, type, crypto)) !== undefined ? text : undefined;
}

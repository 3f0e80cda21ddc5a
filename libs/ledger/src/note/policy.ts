import { toHex } from '../encoding/bytes.js';
import { type VerifierCrypto } from '../encoding/crypto.js';
import { ORIGIN } from '../encoding/shape.js';
import { COSIGNATURE_V1, ED25519, type NoteKey, parseVerifierKey, type SignatureType } from './note-key.js';

/** A witness, or a group of which `threshold` members must have cosigned. */
export type QuorumRule =
  | { readonly kind: 'none' }
  | { readonly kind: 'witness'; readonly name: string; readonly key: NoteKey }
  | {
      readonly kind: 'group';
      readonly name: string;
      readonly threshold: number;
      readonly members: readonly QuorumRule[];
    };

/** Whom a verifier believes. It comes from the verifier's own hand, never from what is verified. */
export interface Policy {
  /** Keys of logs; the key's name is the origin. Several keys of one origin: all that signed over the years. */
  readonly logs: readonly NoteKey[];
  readonly witnesses: readonly { readonly name: string; readonly key: NoteKey }[];
  readonly quorum: QuorumRule;
  /** Keys under which receipts are signed. */
  readonly receipts: readonly NoteKey[];
  /** Origins that entries may carry besides those of the logs: what the log was called before it was continued. */
  readonly formerOrigins: readonly string[];
}

export type ParsedPolicy =
  | { readonly ok: true; readonly value: Policy }
  | { readonly ok: false; readonly refusal: { readonly code: 'BAD_POLICY'; readonly message: string } };

const MAX_LINES = 512;

interface Draft {
  logs: NoteKey[];
  witnesses: { name: string; key: NoteKey }[];
  receipts: NoteKey[];
  formerOrigins: string[];
  rules: Map<string, QuorumRule>;
  /** Names that are in a group already: each may count once. */
  used: Set<string>;
  quorum?: QuorumRule;
}

/**
 * Reads a policy file of c2sp.org/tlog-policy (`log`, `witness`, `group`, `quorum`), with two lines of ours:
 * `receipt <vkey>` and `former <origin>`.
 */
export async function parsePolicy(text: string, crypto: Pick<VerifierCrypto, 'sha256'>): Promise<ParsedPolicy> {
  const refuse = (message: string): ParsedPolicy => ({ ok: false, refusal: { code: 'BAD_POLICY', message } });
  if (/[\x00-\x08\x0b-\x1f\x7f]/.test(text)) return refuse('a control character other than tab and newline');
  const lines = text.split('\n');
  if (lines.length > MAX_LINES) return refuse(`more than ${MAX_LINES} lines`);
  const draft: Draft = {
    logs: [],
    witnesses: [],
    receipts: [],
    formerOrigins: [],
    rules: new Map([['none', { kind: 'none' }]]),
    used: new Set(),
  };
  for (const [i, line] of lines.entries()) {
    const words = line.split(/[ \t]+/).filter((word) => word !== '');
    if (words.length === 0 || words[0]?.startsWith('#') === true) continue;
    const fault = await readLine(draft, words, crypto);
    if (fault !== undefined) return refuse(`line ${i + 1}: ${fault}`);
  }
  const { logs, witnesses, receipts, formerOrigins, quorum } = draft;
  if (quorum === undefined) return refuse('no quorum line; where no witness is asked for, say: quorum none');
  if (logs.length === 0) return refuse('no log line');
  return { ok: true, value: { logs, witnesses, receipts, formerOrigins, quorum } };
}

async function readLine(
  draft: Draft,
  [word, ...rest]: readonly string[],
  crypto: Pick<VerifierCrypto, 'sha256'>,
): Promise<string | undefined> {
  switch (word) {
    case 'log':
      return readKey(draft.logs, rest[0], ED25519, rest.length <= 2, crypto);
    case 'receipt':
      return readKey(draft.receipts, rest[0], ED25519, rest.length === 1, crypto);
    case 'witness':
      return readWitness(draft, rest, crypto);
    case 'group':
      return readGroup(draft, rest);
    case 'quorum': {
      const rule = rest.length === 1 ? draft.rules.get(rest[0] ?? '') : undefined;
      if (rule === undefined) return 'quorum names no witness or group defined above';
      if (draft.quorum !== undefined) return 'a second quorum line';
      draft.quorum = rule;
      return undefined;
    }
    case 'former':
      if (rest.length !== 1 || !ORIGIN.test(rest[0] ?? '')) return 'former takes one origin';
      draft.formerOrigins.push(rest[0] ?? '');
      return undefined;
    default:
      return `unknown word ${word}`;
  }
}

async function readKey(
  keys: NoteKey[],
  vkey: string | undefined,
  type: SignatureType,
  rightLength: boolean,
  crypto: Pick<VerifierCrypto, 'sha256'>,
): Promise<string | undefined> {
  const key = rightLength ? await parseVerifierKey(vkey ?? '', type, crypto) : undefined;
  if (key === undefined) return `not a verifier key (vkey) of Ed25519 with signature type ${type}`;
  if (keys.some((other) => toHex(other.publicKey) === toHex(key.publicKey))) return 'the same key twice';
  if (type === ED25519 && !ORIGIN.test(key.name)) return 'the name of the key is not an origin';
  keys.push(key);
  return undefined;
}

async function readWitness(
  draft: Draft,
  [name = '', vkey, ...rest]: readonly string[],
  crypto: Pick<VerifierCrypto, 'sha256'>,
): Promise<string | undefined> {
  if (draft.rules.has(name)) return `the name ${name} twice`;
  const keys = draft.witnesses.map((witness) => witness.key);
  const fault = await readKey(keys, vkey, COSIGNATURE_V1, rest.length <= 1, crypto);
  const key = keys[draft.witnesses.length];
  if (fault !== undefined || key === undefined) return fault;
  draft.witnesses.push({ name, key });
  draft.rules.set(name, { kind: 'witness', name, key });
  return undefined;
}

function readGroup(draft: Draft, [name = '', count = '', ...members]: readonly string[]): string | undefined {
  if (draft.rules.has(name)) return `the name ${name} twice`;
  const threshold =
    count === 'all' ? members.length : count === 'any' ? 1 : /^[1-9]\d{0,3}$/.test(count) ? Number(count) : 0;
  if (threshold < 1 || threshold > members.length)
    return 'a group needs all, any or a number, and at least so many members';
  const rules: QuorumRule[] = [];
  for (const member of members) {
    const rule = member === 'none' ? undefined : draft.rules.get(member);
    if (rule === undefined) return `${member} is not defined above`;
    if (draft.used.has(member)) return `${member} is in a group twice`;
    draft.used.add(member);
    rules.push(rule);
  }
  draft.rules.set(name, { kind: 'group', name, threshold, members: rules });
  return undefined;
}

/** Whether the witnesses that cosigned fulfil the rule. `cosigned` holds the names that the policy gives them. */
export function isQuorum(rule: QuorumRule, cosigned: ReadonlySet<string>): boolean {
  if (rule.kind === 'none') return true;
  if (rule.kind === 'witness') return cosigned.has(rule.name);
  return rule.members.filter((member) => isQuorum(member, cosigned)).length >= rule.threshold;
}

import { describe, expect, it } from '@jest/globals';
import { type EntryProof, type LedgerEntry } from '@proofdesk/contract';
import { parsePolicy, webCrypto } from '@proofdesk/ledger';
import { leafOf } from '../audit/leaf.js';
import { checkReceipt, isBroken, readReceipt } from './check-receipt.js';

const verifier = webCrypto(crypto.subtle);
const policyText = `log desk.example/1+8daea5e9+AZp0bO+4+FUKyK4KqM21rj126yyR4chnXaBO3xB5/jt0
receipt desk.example/receipts+20cbb1fc+AXtcHzFvmLobtjDTDUdl8WQJvkAaHTUe3RqS3HDf3vjI
quorum none
`;
const parsed = await parsePolicy(policyText, verifier);
const policy = parsed.ok ? parsed.value : null;

const stream = '223bb52c-c343-4807-8508-615baf75f613';
const at = '2026-11-05T10:11:12.345678Z';
const body = '{"the":"bytes"}';
/** Made with keys that nobody has any more: by the receipt key of the policy, and by another of the same name. */
const signatures = {
  right:
    'desk.example/receipts IMux/F10RjSNFjnfvphL08fbJ2NAv5kpj74KBPWwY90VeI/+BkBjdaMEDgY/ee+Jd1gWRiA9rXPxRVHAibXa4mDD3wc=',
  other:
    'desk.example/receipts 5/4jDxFes+lGipF+n9uUtb04Mf1bXCVmQR96woOPNmM5rhRFFr3XT+je+GmSsofqQQCzcPJcU96JDXMeaBDcnGXnTQw=',
};
const noteOf = async (by: keyof typeof signatures = 'right') =>
  `proofdesk.receipt/1\ndesk.example/1\n${stream} 2\n${await leafOf(body)}\n${at}\n60\n\n— ${signatures[by]}\n`;

const sealed = (signed: string | null): EntryProof => ({
  state: signed === null ? 'pending' : 'integrated',
  index: signed === null ? null : 7,
  checkpoint: signed === null ? null : { size: 9, at: signed },
  witness: null,
});
const entry = (more: Partial<LedgerEntry> = {}) =>
  ({
    stream,
    seq: 2,
    type: 'verdict.approved',
    body,
    proof: sealed('2026-11-05T10:11:13.000000Z'),
    ...more,
  }) as LedgerEntry;
const check = async (history: LedgerEntry[], now: string, note?: string) =>
  (await checkReceipt(note ?? (await noteOf()), history, policy, verifier, leafOf, new Date(now))).verdict;

describe('a kept receipt', () => {
  const soon = '2026-11-05T10:11:20Z';
  const much = '2026-11-05T11:00:00Z';

  it('says what was promised', async () => {
    expect(readReceipt(await noteOf())).toMatchObject({ stream, seq: 2, mmd: 60, at });
    expect(readReceipt('anything')).toBeUndefined();
  });

  it.each<[string, LedgerEntry[], string, string]>([
    ['kept', [entry()], soon, 'kept'],
    ['not due', [entry({ proof: sealed(null) })], soon, 'pending'],
    ['overdue', [entry({ proof: sealed(null) })], much, 'not_sealed_in_time'],
    ['kept late', [entry({ proof: sealed('2026-11-05T10:30:00.000000Z') })], much, 'late'],
    ['about an entry that is gone', [entry({ seq: 1 })], much, 'entry_missing'],
    ['about an entry whose bytes were changed', [entry({ body: '{"the":"bytez"}' })], much, 'entry_changed'],
  ])('is %s', async (_, history, now, verdict) => expect(await check(history, now)).toBe(verdict));

  it('is nothing where another key signed it', async () => {
    expect(await check([entry()], soon, await noteOf('other'))).toBe('unsigned');
    expect(await check([entry()], soon, (await noteOf()).replace(' 2\n', ' 3\n'))).toBe('unsigned');
  });

  it('is broken or not', () => {
    expect(['kept', 'pending', 'late'].map((verdict) => isBroken(verdict as 'kept'))).toEqual([false, false, false]);
    expect(isBroken('entry_missing') && isBroken('unsigned') && isBroken('not_sealed_in_time')).toBe(true);
  });
});

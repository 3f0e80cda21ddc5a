import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { parsePolicy, webCrypto, type Policy } from '@proofdesk/ledger';
import { historyQuery } from '../../api/ledger.js';
import { policyQuery } from '../../api/proofs.js';
import { isProblem } from '../../api/problem-error.js';
import { keptReceipts } from '../../api/receipts.js';
import { announce } from '../../ui/announce.js';
import { useSession } from '../../ui/use-session.js';
import { leafOf } from '../audit/leaf.js';
import { checkReceipt, isBroken, readReceipt, type CheckedReceipt } from './check-receipt.js';

/** The receipts that this browser kept, and what became of each once they are checked. */
export function useReceipts() {
  const { person } = useSession();
  const client = useQueryClient();
  const [notes] = useState(() => keptReceipts(person.id));
  const servedPolicy = async (): Promise<Policy | null> => {
    const served = await client.ensureQueryData(policyQuery).catch((error: unknown) => {
      if (isProblem(error, 'not_found')) return null;
      throw error;
    });
    const parsed = served && (await parsePolicy(served.text, webCrypto(crypto.subtle)));
    return parsed?.ok ? parsed.value : null;
  };
  const check = useMutation({
    mutationFn: async (): Promise<ReadonlyMap<string, CheckedReceipt>> => {
      const policy = await servedPolicy();
      const checked = new Map<string, CheckedReceipt>();
      const asked = new Map<string, ReturnType<typeof historyOf>>();
      const historyOf = (stream: string) =>
        client.fetchQuery({ ...historyQuery(stream), staleTime: 0 }).catch((error: unknown) => {
          if (isProblem(error, 'not_found')) return [];
          throw error;
        });
      for (const note of notes) {
        const stream = readReceipt(note)?.stream ?? '';
        const history = asked.get(stream) ?? historyOf(stream);
        asked.set(stream, history);
        checked.set(note, await checkReceipt(note, await history, policy, webCrypto(crypto.subtle), leafOf));
      }
      return checked;
    },
    onSuccess: (checked) => {
      const broken = [...checked.values()].filter(({ verdict }) => isBroken(verdict)).length;
      announce(broken === 0 ? 'All promises hold' : `${broken} promises are broken`);
    },
  });
  return { notes, check };
}

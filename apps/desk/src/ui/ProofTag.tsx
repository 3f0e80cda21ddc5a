import { IconClock, IconEyeCheck, IconStackPush } from '@tabler/icons-react';
import { type EntryProof } from '@proofdesk/contract';
import { timeWords } from './Time.js';
import classes from './proof-tag.module.css';

const looks = {
  pending: { Icon: IconClock, word: 'Pending' },
  integrated: { Icon: IconStackPush, word: 'Sealed' },
  witnessed: { Icon: IconEyeCheck, word: 'Witnessed' },
} as const;

/** What the state means, with place and time. */
export function proofWords({ state, index, checkpoint, witness }: EntryProof): string {
  if (checkpoint === null) return 'Recorded. It waits to be sealed, which takes about a second.';
  const sealed = `Place ${index ?? '?'} of the tree, signed at ${timeWords(checkpoint.at)} with ${checkpoint.size} entries.`;
  return state === 'witnessed' && witness !== null
    ? `${sealed} Cosigned by the witness “${witness.name}” at ${timeWords(witness.at)}.`
    : `${sealed} No witness has cosigned it yet.`;
}

/** How far an entry is proven: icon and word, never colour alone. The details are on hover and in the record. */
export function ProofTag({ proof }: { readonly proof: EntryProof }) {
  const { Icon, word } = looks[proof.state];
  return (
    <span className={classes.proof} data-proof={proof.state} title={proofWords(proof)}>
      <Icon aria-hidden size={16} />
      {word}
    </span>
  );
}

import { useEffect, useRef } from 'react';
import { type ReviewTask } from '@proofdesk/contract';
import { useSaveDraft } from '../../api/lease.js';
import { timeWords } from '../../ui/Time.js';

interface Draft {
  readonly rating: string | null;
  readonly rationale: string;
}

const pauseMs = 1_200;

/** Sends the draft to the server when the typing pauses. Returns the state of the draft in words. */
export function useAutosave(task: ReviewTask, draft: Draft, start: Draft): string {
  const { mutate, isPending, error, data, submittedAt } = useSaveDraft(task.id);
  const saved = useRef(JSON.stringify(start));
  const { leaseToken } = task;
  const text = JSON.stringify(draft);
  useEffect(() => {
    if (leaseToken === null || text === saved.current) return;
    const timer = setTimeout(() => {
      const body = { leaseToken, ...(JSON.parse(text) as Draft) };
      mutate(body, { onSuccess: () => (saved.current = text) });
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text, leaseToken, mutate]);
  if (error) return `The draft is kept in this tab, not yet on the server: ${error.message}`;
  if (isPending) return 'Saving the draft …';
  return data ? `Draft saved, ${timeWords(new Date(submittedAt).toISOString())}` : 'Drafts are saved while you type.';
}

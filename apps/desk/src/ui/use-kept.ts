import { useCallback, useState } from 'react';
import { useSession } from './use-session.js';

const prefix = 'proofdesk.kept.';

function read<T>(key: string): T | undefined {
  const text = sessionStorage.getItem(key);
  return text === null ? undefined : (JSON.parse(text) as T);
}

/**
 * State that survives a reload, a lost hold and a lost session in this tab, so that no typed words are lost. It belongs
 * to the person who typed it. `forget` drops it once the server has it.
 */
export function useKept<T>(name: string, initial: T) {
  const { person } = useSession();
  const key = `${prefix}${person.id}.${name}`;
  const [value, setValue] = useState<T>(() => read<T>(key) ?? initial);
  const set = useCallback(
    (next: T) => {
      setValue(next);
      sessionStorage.setItem(key, JSON.stringify(next));
    },
    [key],
  );
  const forget = useCallback(
    (next: T) => {
      setValue(next);
      sessionStorage.removeItem(key);
    },
    [key],
  );
  return { value, set, forget };
}

/** Drops all that was kept: who signs out leaves nothing behind. */
export function forgetKept(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}

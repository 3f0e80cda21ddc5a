import { useCallback, useState } from 'react';

const prefix = 'proofdesk.kept.';

function read<T>(key: string): T | undefined {
  const text = sessionStorage.getItem(prefix + key);
  return text === null ? undefined : (JSON.parse(text) as T);
}

/**
 * State that survives a reload, a lost hold and a lost session in this tab, so that no typed words are lost. `forget`
 * drops it once the server has it.
 */
export function useKept<T>(key: string, initial: T) {
  const [value, setValue] = useState<T>(() => read<T>(key) ?? initial);
  const set = useCallback(
    (next: T) => {
      setValue(next);
      sessionStorage.setItem(prefix + key, JSON.stringify(next));
    },
    [key],
  );
  const forget = useCallback(
    (next: T) => {
      setValue(next);
      sessionStorage.removeItem(prefix + key);
    },
    [key],
  );
  return { value, set, forget };
}

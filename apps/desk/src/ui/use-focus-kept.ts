import { useEffect, useRef } from 'react';

/** Long enough for a form to close after the answer that made it needless. */
const settleMs = 60;

/** When what had the focus vanishes with a change, the page's heading takes it: the keyboard never starts at the top again. */
export function useFocusKept(change: string): void {
  const before = useRef(change);
  useEffect(() => {
    if (before.current === change) return;
    before.current = change;
    const timer = setTimeout(() => {
      if (document.activeElement !== document.body) return;
      document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    }, settleMs);
    return () => clearTimeout(timer);
  }, [change]);
}

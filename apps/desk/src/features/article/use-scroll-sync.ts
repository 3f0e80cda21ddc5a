import { useEffect, type RefObject } from 'react';

const wide = '(min-width: 62em)';

/** The first assertion whose end is below the top of the pane. */
function firstVisible(pane: HTMLElement): string | undefined {
  const top = pane.getBoundingClientRect().top + 8;
  for (const element of pane.querySelectorAll<HTMLElement>('[data-assertion]')) {
    if (element.getBoundingClientRect().bottom > top) return element.dataset['assertion'];
  }
  return undefined;
}

/** Scrolls one pane, and only the pane, until the assertion is in its upper third. */
export function scrollPaneTo(pane: HTMLElement | null, id: string, where: 'top' | 'view' = 'view'): void {
  const element = pane?.querySelector<HTMLElement>(`[data-assertion="${id}"]`);
  if (!pane || !element) return;
  if (!window.matchMedia(wide).matches) {
    if (where === 'view') element.scrollIntoView({ block: 'center' });
    return;
  }
  const box = element.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  const isVisible = box.top >= frame.top && box.bottom <= frame.bottom;
  if (where === 'view' && isVisible) return;
  const lead = where === 'top' ? 12 : frame.height / 3;
  pane.scrollTop += box.top - frame.top - lead;
}

/** Keeps two panes at the same assertion while the person scrolls the one under the pointer or with the focus. */
export function useScrollSync(
  left: RefObject<HTMLElement | null>,
  right: RefObject<HTMLElement | null>,
  isOn: boolean,
): void {
  useEffect(() => {
    const [a, b] = [left.current, right.current];
    if (!isOn || !a || !b) return;
    let leader: HTMLElement | null = null;
    let frame = 0;
    const stops = [a, b].map((pane) => {
      const lead = () => (leader = pane);
      const follow = () => {
        if (leader !== pane) return;
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(() => {
          const id = firstVisible(pane);
          if (id !== undefined) scrollPaneTo(pane === a ? b : a, id, 'top');
        });
      };
      const starts = ['pointerenter', 'wheel', 'touchstart', 'focusin', 'keydown'] as const;
      for (const type of starts) pane.addEventListener(type, lead, { passive: true });
      pane.addEventListener('scroll', follow, { passive: true });
      return () => {
        for (const type of starts) pane.removeEventListener(type, lead);
        pane.removeEventListener('scroll', follow);
      };
    });
    return () => {
      cancelAnimationFrame(frame);
      for (const stop of stops) stop();
    };
  }, [left, right, isOn]);
}

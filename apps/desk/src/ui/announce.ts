let message = '';
const listeners = new Set<() => void>();

/** Says something to people who do not see the screen, without moving their focus (WCAG 4.1.3). */
export function announce(text: string): void {
  // The same words twice in a row are only read out again when the region changes in between.
  message = message === text ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
}

export const announced = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  current: () => message,
};

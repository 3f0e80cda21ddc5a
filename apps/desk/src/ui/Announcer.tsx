import { useSyncExternalStore } from 'react';
import { VisuallyHidden } from '@mantine/core';
import { announced } from './announce.js';

/** The one live region of the desk. */
export function Announcer() {
  const message = useSyncExternalStore(announced.subscribe, announced.current);
  return (
    <VisuallyHidden role="status" aria-live="polite" data-announcer>
      {message}
    </VisuallyHidden>
  );
}

import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useLocalStorage } from '@mantine/hooks';
import { activeKeys, listen, onKeyDown } from './keyboard.js';
import { type KeyId } from './keymap.js';

type Handlers = Partial<Record<KeyId, () => void>>;

/** Binds keys for as long as the component is on the page. */
export function useKeys(handlers: Handlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  const ids = (Object.keys(handlers) as KeyId[]).sort().join();
  useEffect(() => {
    const stops = ids.split(',').map((id) => listen(id as KeyId, () => latest.current[id as KeyId]?.()));
    return () => stops.forEach((stop) => stop());
  }, [ids]);
}

/** Whether single keys are on; remembered per browser (WCAG 2.1.4). */
export function useSingleKeys() {
  return useLocalStorage({ key: 'proofdesk.single-keys', defaultValue: true, getInitialValueInEffect: false });
}

/** The one listener of the desk; belongs into its frame. */
export function useKeyboard(): void {
  const [areSingleKeysOn] = useSingleKeys();
  useEffect(() => {
    const handle = (event: KeyboardEvent) => onKeyDown(event, areSingleKeysOn);
    window.addEventListener('keydown', handle);
    return () => window.removeEventListener('keydown', handle);
  }, [areSingleKeysOn]);
}

export const useActiveKeys = () => useSyncExternalStore(activeKeys.subscribe, activeKeys.current);

import { matchKeys, type KeyId } from './keymap.js';

type Handler = () => void;
const handlers = new Map<KeyId, Handler[]>();
const listeners = new Set<() => void>();
let active: readonly KeyId[] = [];
let pressed = '';
let forget: ReturnType<typeof setTimeout> | undefined;

const sequencePauseMs = 1_200;

function refresh(): void {
  active = [...handlers].filter(([, list]) => list.length > 0).map(([id]) => id);
  for (const listener of listeners) listener();
}

/** Listens to a key until the returned function is called; the latest listener wins. */
export function listen(id: KeyId, handler: Handler): () => void {
  handlers.set(id, [...(handlers.get(id) ?? []), handler]);
  refresh();
  return () => {
    handlers.set(
      id,
      (handlers.get(id) ?? []).filter((each) => each !== handler),
    );
    refresh();
  };
}

/** The keys that do something on the page that is shown. */
export const activeKeys = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  current: () => active,
};

const notTyping = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'file', 'color']);

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !notTyping.has(target.type);
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    target.isContentEditable ||
    target.closest('[role=menu],[role=listbox],[role=combobox]') !== null
  );
}

const isDialogOpen = () => document.querySelector('[aria-modal=true]') !== null;

/** Handles one key press. Single keys rest while a field has the focus, a dialog is open, or the person switched them off. */
export function onKeyDown(event: KeyboardEvent, areSingleKeysOn: boolean): void {
  const isMod = event.ctrlKey || event.metaKey;
  if (event.defaultPrevented || event.altKey || event.isComposing || isDialogOpen()) return;
  if (!isMod && (!areSingleKeysOn || isTyping(event.target))) return;
  clearTimeout(forget);
  // Enter opens what has the focus, which the browser does by itself; it is bound only to be listed.
  if (event.key === 'Enter' && !isMod) return;
  const match = matchKeys(pressed, { key: event.key, isMod }, new Set(active));
  pressed = match.kind === 'partial' ? match.pressed : '';
  if (match.kind === 'partial') forget = setTimeout(() => (pressed = ''), sequencePauseMs);
  if (match.kind !== 'complete') return;
  event.preventDefault();
  handlers.get(match.id)?.at(-1)?.();
}

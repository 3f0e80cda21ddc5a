import { type KeyboardEvent } from 'react';

/** Ctrl + Enter in a form sends that form, and not what the page behind it would send. */
export function submitOnModEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}

import { type RefusalCode } from '@proofdesk/contract';

/** Why a use case did not do what was asked: a stable code, a sentence that says what and how to mend it, further reasons. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly detail: string;
  readonly reasons?: readonly string[];
  /** Seconds to wait before the same request may succeed (throttling, a busy row). */
  readonly retryAfterSeconds?: number;
}

/** What every use case answers: a value, or a refusal as a value. Exceptions are bugs. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** The good outcome. */
export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });

/** The bad outcome. */
export const refuse = (
  code: RefusalCode,
  detail: string,
  more: { readonly reasons?: readonly string[]; readonly retryAfterSeconds?: number } = {},
): { readonly ok: false; readonly refusal: Refusal } => ({ ok: false, refusal: { code, detail, ...more } });

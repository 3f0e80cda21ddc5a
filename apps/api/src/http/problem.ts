import { type Problem } from '@proofdesk/contract';
import { type Outcome, type Refusal } from '@proofdesk/workflow';
import { problemTable } from './problem-table.js';

/** Where in the request something is wrong: an RFC 6901 pointer, and what. */
export interface RequestFault {
  readonly pointer: string;
  readonly detail: string;
}

/** A refusal on its way to the one filter. The only exception that is no bug. */
export class Refused extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly errors: readonly RequestFault[] = [],
    options?: ErrorOptions,
  ) {
    super(refusal.detail, options);
    this.name = 'Refused';
  }
}

/** The value of an outcome. @throws Refused */
export function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Refused(outcome.refusal);
}

/** RFC 9457 problem details. `requestId` finds the matching line of the log. */
export function problemOf({ refusal, errors }: Pick<Refused, 'refusal' | 'errors'>, requestId: string): Problem {
  const { status, title } = problemTable[refusal.code];
  return {
    type: `/problems/${refusal.code}`,
    title,
    status,
    detail: refusal.detail,
    code: refusal.code,
    instance: `urn:uuid:${requestId}`,
    ...(errors.length > 0 && { errors: [...errors] }),
    ...(refusal.reasons && refusal.reasons.length > 0 && { reasons: [...refusal.reasons] }),
  };
}

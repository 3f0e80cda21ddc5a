import { type roleSchema } from '@proofdesk/contract';
import { type z } from 'zod';

export type Role = z.infer<typeof roleSchema>;

/** A signed-in person. `roles` are read from the database for every request, so a revoked role ends at once. */
export interface PersonActor {
  readonly kind: 'person';
  readonly personId: string;
  readonly accountId: string;
  readonly roles: readonly Role[];
  readonly sessionId: string;
}

/** The machine itself: the worker's jobs, the reconciler, the command line. */
export interface SystemActor {
  readonly kind: 'system';
  readonly name: string;
}

/** Who acts. */
export type Actor = PersonActor | SystemActor;

import { BadCursor, isBusy, sqlState, type Database, type Unit } from '@proofdesk/persistence';
import { type Desk } from './desk.js';
import { refuse, type Outcome, type Refusal } from './refusal.js';

/** Carries a refusal out of a transaction, so that whatever was written before it is undone. */
class Undo extends Error {
  override readonly name = 'Undo';
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/** Runs one decision in one transaction. A refusal rolls it back; a row held by somebody else is the refusal request.busy. */
export async function decide<T>(
  desk: Desk,
  work: (unit: Unit, inside: Database) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  try {
    return await desk.db.transaction(async (unit, inside) => {
      const outcome = await work(unit, inside);
      if (!outcome.ok) throw new Undo(outcome.refusal);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Undo) return { ok: false, refusal: error.refusal };
    const refusal = refusalOf(error);
    if (refusal !== null) return refusal;
    throw error;
  }
}

/** Runs one reading; a cursor that is not ours is the caller's fault. */
export async function read<T>(desk: Desk, work: (unit: Unit) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await desk.db.read(work);
  } catch (error) {
    if (error instanceof BadCursor) return refuse('request.invalid', error.message);
    throw error;
  }
}

/** What the database refuses by rule rather than by fault (SQLSTATE class PL is the ledger's own). */
function refusalOf(error: unknown): { ok: false; refusal: Refusal } | null {
  if (isBusy(error))
    return refuse('request.busy', 'Somebody is changing this at the same moment. Try again.', { retryAfterSeconds: 1 });
  switch (sqlState(error)) {
    case 'PL001':
      return refuse('request.stale', 'Something else was decided here in between. Reload and look again.');
    case 'PL003':
      return refuse('service.unavailable', 'The clocks of server and database differ.', { retryAfterSeconds: 5 });
    case 'PL004':
      return refuse('approval.same_person', 'The ledger refuses this approval: it needs another person.');
    case 'PL005':
      return refuse('permission.denied', 'The role needed for this is not, or no longer, held.');
    default:
      return null;
  }
}

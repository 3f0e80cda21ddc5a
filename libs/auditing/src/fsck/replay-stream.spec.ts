import { describe, expect, it } from '@jest/globals';
import { type LedgerEntry } from '@proofdesk/ledger';
import { ReplayedStream } from './replay-stream.js';

const stream = '0198aaaa-0000-7000-8000-000000000001';
const verdict = '0198aaaa-0000-7000-8000-000000000002';
const person = '0198aaaa-0000-7000-8000-000000000003';

/** A stream of entries, each a type with what is said beside it. */
function replay(
  ...entries: readonly (readonly [LedgerEntry['type'], Partial<LedgerEntry>?])[]
): Record<string, string | null> {
  const replayed = new ReplayedStream(stream);
  for (const [i, [type, more]] of entries.entries()) {
    const entry = { seq: i + 1, type, actor: { kind: 'person', id: person, person, role: 'editor' }, ...more };
    replayed.add({ ...entry, subject: { assertion: stream, verdict, version: 1, ...more?.subject } } as LedgerEntry);
  }
  const cells = [...replayed.rows].flatMap(([row, columns]) =>
    Object.entries(columns).map(([column, { value }]) => [`${row}.${column}`, value] as const),
  );
  return Object.fromEntries(cells);
}
const to = (state: string): Partial<LedgerEntry> => ({ data: { after: { state } } });

describe('a stream played from its entries', () => {
  it('ends where the last entries lead', () => {
    const cells = replay(
      ['assertion.queued', to('queued')],
      ['task.leased', { ...to('in_check'), lease: { token: '7' } }],
      ['task.released', to('queued')],
    );
    expect(cells).toMatchObject({
      'review_task.state': 'queued',
      'review_task.holder_person_id': null,
      'review_task.lease_token': '7',
    });
  });

  it('keeps the holder while the work waits, and no longer', () => {
    const leased = [
      ['assertion.queued', to('queued')],
      ['task.leased', to('in_check')],
      ['task.blocked', to('blocked')],
    ] as const;
    expect(replay(...leased)['review_task.holder_person_id']).toBe(person);
    expect(replay(...leased, ['task.unblocked', to('queued')])['review_task.holder_person_id']).toBeNull();
  });

  it('takes back every cell that an undone act had set, also under later ones', () => {
    const approved = [
      ['assertion.queued', to('in_approval')],
      ['verdict.proposed', to('in_approval')],
      ['verdict.approved', to('approved')],
    ] as const;
    expect(replay(...approved)).toMatchObject({
      'review_task.state': 'approved',
      'verdict 1.state': 'approved',
      [`approval 1 by ${person}.`]: verdict,
    });
    const undone = replay(...approved, ['decision.undone', { data: { undoes: 3 } }]);
    expect(undone).toMatchObject({ 'review_task.state': 'in_approval', 'verdict 1.state': 'proposed' });
    expect(Object.keys(undone)).not.toContain(`approval 1 by ${person}.`);
  });

  it('has nothing of a role that was revoked', () => {
    const role = { data: { role: 'editor' } };
    expect(replay(['role.granted', role])['role_grant editor.']).toBe(person);
    expect(replay(['role.granted', role], ['role.revoked', role])['role_grant editor.']).toBeNull();
  });
});

import { describe, expect, it } from '@jest/globals';
import { changesOf } from './changes.js';
import { eventWords } from './event-words.js';

describe('changesOf', () => {
  it('names what changed, and nothing else', () => {
    const before = { state: 'queued', label: { sourcing: 'quoted', kind: 'statement' }, allegation: null };
    const after = { state: 'queued', label: { sourcing: 'self', kind: 'statement' }, allegation: { hedged: true } };
    expect(changesOf({ before, after })).toEqual([
      { what: 'label sourcing', before: 'quoted', after: 'self' },
      { what: 'allegation hedged', before: null, after: 'yes' },
    ]);
  });

  it('speaks the words of the screens', () => {
    const before = { state: 'in_check', note: 'in_check' };
    expect(changesOf({ before, after: { state: 'in_approval', note: 'kept' } })).toEqual([
      { what: 'state', before: 'being checked', after: 'in approval' },
      { what: 'note', before: 'in_check', after: 'kept' },
    ]);
  });

  it('reads a first entry, which has no before', () => {
    expect(changesOf({ before: null, after: { approvalsNeeded: 2 } })).toEqual([
      { what: 'approvals needed', before: null, after: '2' },
    ]);
  });
});

it('puts event types into words', () => {
  expect(eventWords('verdict.approved')).toBe('Verdict approved');
  expect(eventWords('task.taken_over')).toBe('Task taken over');
});

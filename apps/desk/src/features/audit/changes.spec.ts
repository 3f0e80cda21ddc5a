import { describe, expect, it } from '@jest/globals';
import { changesOf, disclosedOf, namesIn } from './changes.js';
import { eventWords } from './event-words.js';

const id = '223bb52c-c343-4807-8508-615baf75f613';
const names = namesIn([{ actor: { id, kind: 'person', name: 'Nuala Moran', role: 'checker' } }]);

describe('changesOf', () => {
  it('names what changed, and nothing else', () => {
    const before = { state: 'queued', label: { sourcing: 'quoted', kind: 'statement' }, allegation: null };
    const after = { state: 'queued', label: { sourcing: 'self', kind: 'statement' }, allegation: { hedged: true } };
    expect(changesOf({ before, after }, names)).toEqual([
      { what: 'label sourcing', before: 'quoted', after: 'self' },
      { what: 'allegation hedged', before: null, after: 'yes' },
    ]);
  });

  it('speaks the words of the screens, in the fields that are theirs', () => {
    const before = { state: 'in_check', note: 'in_check' };
    expect(changesOf({ before, after: { state: 'in_approval', note: 'kept' } }, names)).toEqual([
      { what: 'state', before: 'being checked', after: 'in approval' },
      { what: 'note', before: 'in_check', after: 'kept' },
    ]);
  });

  it('names people, and cuts other ids and hashes short', () => {
    const after = { holder: id, evidenceSha256: 'ab'.repeat(32), checkWorthinessBp: 3300, approvalsNeeded: 2 };
    expect(changesOf({ before: null, after }, names).map(({ what, after: now }) => [what, now])).toEqual([
      ['holder', 'Nuala Moran'],
      ['evidence sha256', 'abababab…'],
      ['worth checking', '33 of 100'],
      ['approvals needed', '2'],
    ]);
  });
});

it('takes a disclosed record apart and leaves words as they are', () => {
  const disclosed = { note: '{not a record', statement: '{"slug":"a-1","scaleVersion":1}' };
  expect(disclosedOf({ disclosed }, names)).toEqual([
    ['note', '{not a record'],
    ['slug', 'a-1'],
    ['scale version', '1'],
  ]);
});

it('puts event types into words', () => {
  expect(eventWords('verdict.approved')).toBe('Verdict approved');
  expect(eventWords('task.taken_over')).toBe('Task taken over');
});

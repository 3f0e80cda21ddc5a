import { expect, it } from '@jest/globals';
import { groupsOf } from './groups.js';

it('calls returned only what the server put on top', () => {
  const back = { risk: 'normal', state: 'queued', stateReason: 'Returned: name the date' } as const;
  const serious = { risk: 'serious', state: 'queued', stateReason: null } as const;
  const requeued = { risk: 'normal', state: 'queued', stateReason: 'Dismissed by mistake' } as const;
  expect(groupsOf([back, serious, back, requeued])).toEqual([
    'Returned to you',
    'Serious, unsourced',
    'Everything else',
    'Everything else',
  ]);
});

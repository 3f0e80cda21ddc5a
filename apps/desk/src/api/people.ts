import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { personPageSchema, personSchema, type AddPerson, type Person } from '@proofdesk/contract';
import { newKey } from './new-key.js';
import { paths, queryString } from './paths.js';
import { ask, tell } from './request.js';

/** Everybody, all pages: a newsroom has dozens of people, not thousands. */
export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: async ({ signal }): Promise<Person[]> => {
    const people: Person[] = [];
    let after: string | undefined;
    do {
      const page = await ask(personPageSchema, `${paths.people}${queryString({ after, limit: 200 })}`, { signal });
      people.push(...page.items);
      after = page.next ?? undefined;
    } while (after !== undefined);
    return people;
  },
});

export function useAddPerson() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: { body: AddPerson; key: string }) =>
      ask(personSchema, paths.people, { method: 'POST', body, idempotencyKey: key }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['people'] }),
  });
}

export type PeopleChange =
  | { readonly kind: 'grant' | 'revoke'; readonly personId: string; readonly role: string }
  | { readonly kind: 'disable' | 'enable'; readonly accountId: string };

function send(change: PeopleChange): Promise<void> {
  const idempotencyKey = newKey();
  switch (change.kind) {
    case 'grant':
      return tell(paths.personRoles(change.personId), { method: 'POST', body: { role: change.role }, idempotencyKey });
    case 'revoke':
      return tell(paths.personRole(change.personId, change.role), { method: 'DELETE' });
    case 'disable':
      return tell(paths.disableAccount(change.accountId), { method: 'POST', idempotencyKey });
    case 'enable':
      return tell(paths.enableAccount(change.accountId), { method: 'POST', idempotencyKey });
  }
}

/** Grants or revokes a role, disables or enables an account. */
export function useChangePeople() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => client.invalidateQueries({ queryKey: ['people'] }),
  });
}

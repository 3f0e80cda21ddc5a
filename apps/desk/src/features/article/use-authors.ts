import { useQuery } from '@tanstack/react-query';
import { can } from '@proofdesk/permissions';
import { peopleQuery } from '../../api/people.js';
import { useSession } from '../../ui/use-session.js';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Who may be named as an article's author: oneself, and everybody for those who may see everybody. */
export function useAuthors(): Choice[] {
  const { person, roles } = useSession();
  const { data } = useQuery({ ...peopleQuery, enabled: can('people.read', { roles }).ok });
  const others = (data ?? []).filter((each) => each.id !== person.id);
  return [
    { value: '', label: 'Nobody on this desk' },
    { value: person.id, label: `${person.name} (me)` },
    ...others.map(({ id, name }) => ({ value: id, label: name })),
  ];
}

import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { countsQuery } from '../../api/review-tasks.js';
import { Figure, Part } from './Part.js';

/** What waits for an editor. */
export function EditorPart() {
  const mine = useQuery(countsQuery({ mine: 'approvable' })).data;
  const approved = useQuery(countsQuery({ state: ['approved'] })).data;
  return (
    <Part id="to-approve" title="To approve">
      <Figure n={mine?.total} words="verdicts that you may approve" />
      <Figure
        n={mine === undefined ? undefined : (mine.byRisk.serious ?? 0)}
        words="of them on serious allegations"
        isAlarm
      />
      <Figure n={approved?.total} words="approved, ready to publish" />
      <Anchor renderRoot={(props) => <Link to="/approvals" {...props} />}>Open the approvals</Anchor>
    </Part>
  );
}

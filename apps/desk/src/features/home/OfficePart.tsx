import { Anchor, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ledgerQuery } from '../../api/ledger.js';
import { Time } from '../../ui/Time.js';
import { actorWords, eventWords } from '../audit/event-words.js';
import { Part } from './Part.js';

const shown = 5;
const everything = {};

/** The latest decisions, for those who watch over them. */
export function OfficePart() {
  const entries = useInfiniteQuery(ledgerQuery(everything)).data?.pages[0]?.items.slice(0, shown) ?? [];
  return (
    <Part id="latest-decisions" title="Latest decisions">
      {entries.map((entry) => (
        <Text key={`${entry.stream}-${entry.seq}`} size="sm">
          <b>{eventWords(entry.type)}</b> · {actorWords(entry.actor)} · <Time at={entry.at} />
        </Text>
      ))}
      <Anchor renderRoot={(props) => <Link to="/audit" {...props} />}>Open the decision history</Anchor>
      <Anchor renderRoot={(props) => <Link to="/people" {...props} />}>People and accounts</Anchor>
    </Part>
  );
}

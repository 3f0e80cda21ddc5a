import { Anchor, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type AssertionSummary } from '@proofdesk/contract';
import { RiskTag, SourcingTag, StateTag } from '../../ui/tags.js';
import { allegationWords, kindWords } from '../../ui/words.js';
import classes from './article.module.css';

interface Props {
  readonly assertions: readonly AssertionSummary[];
  readonly selectedId: string | undefined;
  readonly onSelect: (id: string) => void;
}

/** The assertions of the article in text order, beside the text. */
export function AssertionList({ assertions, selectedId, onSelect }: Props) {
  return (
    <ol className={classes.list}>
      {assertions.map((each) => (
        <li
          key={each.id}
          className={classes.item}
          data-assertion={each.id}
          data-sourcing={each.sourcing}
          data-risk={each.risk}
          data-selected={each.id === selectedId}
        >
          <span className={classes.ordinal}>{each.ordinal}</span>
          <div>
            <button
              type="button"
              className={classes.words}
              aria-current={each.id === selectedId ? 'true' : undefined}
              onClick={() => onSelect(each.id)}
            >
              {each.exact}
            </button>
            <Group gap="xs" mt={4}>
              <SourcingTag sourcing={each.sourcing} partlyQuoted={each.partlyQuoted} />
              <RiskTag risk={each.risk} />
              <StateTag state={each.state} />
              <Anchor
                size="sm"
                renderRoot={(props) => <Link to="/tasks/$assertionId" params={{ assertionId: each.id }} {...props} />}
              >
                Open review task {each.ordinal}
              </Anchor>
            </Group>
            <Text size="sm" c="dimmed">
              {kindWords[each.kind]}
              {each.sourceName !== null && ` · says ${each.sourceName}`}
              {each.allegation && ` · ${allegationWords(each.allegation)}`}
            </Text>
          </div>
        </li>
      ))}
    </ol>
  );
}

import { memo } from 'react';
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { type AssertionSummary } from '@proofdesk/contract';
import { sourcingWords, type Sourcing } from '../../ui/words.js';
import classes from './article.module.css';
import { type Block } from './blocks.js';
import { lastWordOf } from './last-word.js';

interface MarkProps {
  readonly assertion: AssertionSummary;
  readonly text: string;
  readonly isSelected: boolean;
  readonly isOff: boolean;
  readonly onSelect: (id: string) => void;
}

/** One assertion in the text. The letter is its button; for the mouse all of it is. */
const Mark = memo(function Mark({ assertion, text, isSelected, isOff, onSelect }: MarkProps) {
  const { id, ordinal, sourcing, risk, state } = assertion;
  const { letter, label } = sourcingWords[sourcing];
  const [before, last] = lastWordOf(text);
  const danger = risk === 'serious' ? ', serious allegation' : '';
  return (
    <mark
      className={classes.mark}
      data-assertion={id}
      data-sourcing={sourcing}
      data-risk={risk}
      data-state={state}
      data-selected={isSelected}
      data-off={isOff}
      onClick={() => onSelect(id)}
    >
      {risk === 'serious' && (
        <span className={classes.serious} aria-hidden>
          <IconAlertTriangleFilled size={13} /> Serious
        </span>
      )}
      {before}
      <span className={classes.tail}>
        {last}
        <button
          type="button"
          className={classes.letter}
          aria-label={`Assertion ${ordinal}, ${label.toLowerCase()}${danger}: show in the list`}
          aria-pressed={isSelected}
        >
          {letter}
        </button>
      </span>
    </mark>
  );
});

interface Props {
  readonly blocks: readonly Block[];
  readonly selectedId: string | undefined;
  readonly hidden: ReadonlySet<Sourcing>;
  readonly onSelect: (id: string) => void;
}

/** The words as received, each assertion highlighted by who says so: colour, kind of underline and letter. */
export function ArticleText({ blocks, selectedId, hidden, onSelect }: Props) {
  return blocks.map(({ kind, start, pieces }) => (
    <p key={start} data-segment={kind}>
      {pieces.map(({ text, assertion }, index) =>
        assertion === null ? (
          <span key={index}>{text}</span>
        ) : (
          <Mark
            key={assertion.id}
            assertion={assertion}
            text={text}
            isSelected={assertion.id === selectedId}
            isOff={hidden.has(assertion.sourcing)}
            onSelect={onSelect}
          />
        ),
      )}
    </p>
  ));
}

import { Text } from '@mantine/core';
import { type AssertionSummary } from '@proofdesk/contract';
import { sourcingWords, stateWords } from '../../ui/words.js';
import classes from './article.module.css';

interface Props {
  readonly assertions: readonly AssertionSummary[];
  readonly selectedId: string | undefined;
  readonly onSelect: (id: string) => void;
}

const step = 10;

function bandOf({ state }: AssertionSummary): string {
  if (state === 'approved' || state === 'published') return 'var(--desk-good)';
  if (state === 'queued' || state === 'stale') return 'transparent';
  return state === 'dismissed' || state === 'merged' ? 'var(--desk-line-strong)' : 'var(--desk-accent)';
}

/**
 * The article as a strip, one cell per assertion in the order of the text: colour says who says so, a notch above marks
 * a serious allegation, the band below says how far its check is. For the eyes and the mouse; the list of assertions
 * holds the same for everybody.
 */
export function HeatStrip({ assertions, selectedId, onSelect }: Props) {
  const n = assertions.length;
  if (n === 0) return null;
  const serious = assertions.filter((each) => each.risk === 'serious').length;
  return (
    <figure style={{ margin: 0 }}>
      <svg className={classes.strip} viewBox={`0 0 ${n * step} 34`} preserveAspectRatio="none" aria-hidden>
        {assertions.map((each, index) => (
          <g key={each.id} data-sourcing={each.sourcing} onClick={() => onSelect(each.id)}>
            <rect data-cell x={index * step} y={0} width={step} height={34} fill="transparent">
              <title>{`${each.ordinal}. ${sourcingWords[each.sourcing].label}, ${stateWords[each.state].toLowerCase()}: ${each.exact}`}</title>
            </rect>
            {each.risk === 'serious' && (
              <rect
                x={index * step + 1}
                y={0}
                width={step - 2}
                height={5}
                style={{ fill: 'var(--desk-serious)' }}
                pointerEvents="none"
              />
            )}
            <rect
              x={index * step + 0.5}
              y={7}
              width={step - 1}
              height={18}
              style={{ fill: 'var(--c)' }}
              pointerEvents="none"
            />
            <rect
              x={index * step + 0.5}
              y={26}
              width={step - 1}
              height={4}
              style={{ fill: bandOf(each) }}
              pointerEvents="none"
            />
            {each.id === selectedId && (
              <rect
                x={index * step}
                y={31}
                width={step}
                height={3}
                style={{ fill: 'var(--desk-ink)' }}
                pointerEvents="none"
              />
            )}
          </g>
        ))}
      </svg>
      <Text component="figcaption" size="xs" c="dimmed">
        One cell per assertion, in the order of the text. Red above: serious allegation ({serious}). Band below: green
        decided, blue in work, grey dismissed. Click a cell to go there; the list of assertions says the same in words.
      </Text>
    </figure>
  );
}

import { type ArticleSummary } from '@proofdesk/contract';
import { sourcings, sourcingWords } from '../../ui/words.js';

interface Props {
  readonly progress: ArticleSummary['progress'];
}

const width = 120;

/** The mix of an article at a glance: how much of it each kind of sourcing makes up. */
export function SourcingMix({ progress }: Props) {
  const parts = sourcings.map((sourcing) => ({ sourcing, n: progress.bySourcing[sourcing] ?? 0 }));
  const total = parts.reduce((sum, { n }) => sum + n, 0);
  if (total === 0) return null;
  const words = parts
    .filter(({ n }) => n > 0)
    .map(({ sourcing, n }) => `${n} ${sourcingWords[sourcing].label.toLowerCase()}`);
  const cells = parts.map(({ sourcing, n }, index) => {
    const before = parts.slice(0, index).reduce((sum, part) => sum + part.n, 0);
    return { sourcing, x: (before / total) * width, w: Math.max(0, (n / total) * width - 1) };
  });
  return (
    <svg role="img" aria-label={`Sourcing: ${words.join(', ')}`} width={width} height={18} viewBox={`0 0 ${width} 18`}>
      {cells.map(({ sourcing, x, w }) => (
        <rect key={sourcing} data-sourcing={sourcing} x={x} y={0} width={w} height={18} style={{ fill: 'var(--c)' }} />
      ))}
    </svg>
  );
}

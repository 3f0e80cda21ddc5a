import { type Check, type CheckedAssertion, type Sourcing } from '@proofdesk/extraction';
import Table from 'cli-table3';

const meanings: Record<Sourcing, string> = {
  quoted: 'in quotation marks, with an identified source',
  reported: 'a paraphrase of an identified source',
  documented: 'a named record a reader could ask for',
  anonymous: 'somebody nobody could ring up',
  self: 'the author or the outlet itself',
  unattributed: "nobody: the author's own voice",
};

const bare = {
  chars: {
    top: '',
    'top-mid': '',
    'top-left': '',
    'top-right': '',
    bottom: '',
    'bottom-mid': '',
    'bottom-left': '',
    'bottom-right': '',
    left: '',
    'left-mid': '',
    mid: '',
    'mid-mid': '',
    right: '',
    'right-mid': '',
    middle: '  ',
  },
  style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
};

/** One line of at most `width` characters; control characters of the article never reach the terminal. */
function oneLine(text: string, width: number): string {
  const clean = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return [...clean].length > width ? `${[...clean].slice(0, width - 1).join('')}…` : clean;
}

function totals(check: Check): string {
  const table = new Table(bare);
  const most = Math.max(1, ...Object.values(check.totals.bySourcing));
  for (const [sourcing, meaning] of Object.entries(meanings) as [Sourcing, string][]) {
    const count = check.totals.bySourcing[sourcing] ?? 0;
    table.push([
      `  ${sourcing}`,
      { content: String(count), hAlign: 'right' },
      '█'.repeat(Math.round((count / most) * 24)),
      meaning,
    ]);
  }
  return table.toString();
}

const byUrgency = (a: CheckedAssertion, b: CheckedAssertion) =>
  b.checkWorthiness.score - a.checkWorthiness.score || a.ordinal - b.ordinal;

function rows(check: Check, assertions: readonly CheckedAssertion[], width: number): string {
  const table = new Table({ ...bare, wordWrap: true });
  for (const assertion of assertions) {
    const source = assertion.attribution === null ? null : check.attributions[assertion.attribution]?.source?.name;
    const { allegation } = assertion;
    const about = [
      allegation &&
        `${allegation.hedged ? 'hedged ' : ''}${allegation.category} alleged of ${oneLine(allegation.accused, 40)}`,
      `${assertion.sourcing}${source ? ` (${oneLine(source, 40)})` : ''}`,
    ].filter(Boolean);
    table.push([
      { content: `  ${assertion.ordinal}`, hAlign: 'right' },
      `${oneLine(assertion.exact, width)}\n${about.join(' · ')}`,
    ]);
  }
  return table.toString();
}

/** What a person reads: totals by sourcing, the serious allegations first, then what else needs a source. */
export function checkTable(check: Check, name: string, width = 100): string {
  const serious = check.assertions.filter(({ risk }) => risk === 'serious').sort(byUrgency);
  const others = check.assertions.filter(({ risk, needsSource }) => needsSource && risk !== 'serious').sort(byUrgency);
  const shown = others.slice(0, 10);
  const lines = [
    oneLine(check.article.title || name, width),
    `${check.totals.assertions} assertions in ${check.article.characters} characters (${check.article.language}), ${check.totals.needsSource} need a source, ${check.totals.serious} serious`,
    '',
    totals(check),
    '',
    serious.length
      ? `Serious: allegations without a source (${serious.length})`
      : 'No allegation stands without a source.',
    ...(serious.length ? [rows(check, serious, width)] : []),
    ...(shown.length
      ? [
          '',
          `Also without a source${others.length > shown.length ? ` (the ${shown.length} most check-worthy of ${others.length})` : ''}`,
          rows(check, shown, width),
        ]
      : []),
  ];
  if (check.article.language !== 'en')
    lines.push('', 'This language is not supported: sentences only, every one of them unattributed.');
  return `${lines.map((line) => line.replace(/[ \t]+$/gm, '')).join('\n')}\n`;
}

/** Figures as text: a plain list for the terminal, tables for a page. */

/** Numbers of a result in one line each, nested ones with their path. */
export function table(results) {
  return results
    .map(
      ({ name, ...values }) =>
        `${name}\n${[...flat(values)].map(([key, value]) => `  ${key.padEnd(44)}${value}`).join('\n')}`,
    )
    .join('\n');
}

export function* flat(values, path = '') {
  for (const [key, value] of Object.entries(values)) {
    const name = path ? `${path}.${key}` : key;
    if (Array.isArray(value)) yield [name, value.join(' ')];
    else if (value !== null && typeof value === 'object') yield* flat(value, name);
    else yield [name, value];
  }
}

/** A Markdown table. */
export function markdown(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Precision, recall and F1 of each label. */
export const labelTable = (perLabel) =>
  markdown(
    ['label', 'precision', 'recall', 'F1', 'labelled'],
    Object.entries(perLabel).map(([label, one]) => [label, one.precision, one.recall, one.f1, one.gold]),
  );

/** Rows: what was labelled; columns: what the engine says. */
export function confusionTable(confusion) {
  const labels = Object.keys(confusion);
  return markdown(
    ['labelled ↓ engine →', ...labels],
    labels.map((label) => [label, ...labels.map((other) => confusion[label][other])]),
  );
}

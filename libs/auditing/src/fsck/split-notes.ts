/**
 * The signed notes in a file that somebody kept: one note, several one after another, a JSON array or JSON Lines of
 * notes (or of objects with the note under `receipt`, `note` or `checkpoint`).
 */
export function splitNotes(text: string): string[] {
  const json = readJson(text) ?? readJsonLines(text);
  if (json !== undefined) return json.flatMap(notesIn);
  const notes: string[] = [];
  let lines: string[] = [];
  let isSigned = false;
  const end = (): void => {
    const note = lines.join('\n').replace(/^\n+|\n+$/g, '');
    if (note !== '') notes.push(`${note}\n`);
    [lines, isSigned] = [[], false];
  };
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    const isSignature = line.startsWith('— ');
    if (isSigned && !isSignature) end();
    isSigned ||= isSignature;
    lines.push(line);
  }
  end();
  return notes;
}

function readJson(text: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [value];
  } catch {
    return undefined;
  }
}

function readJsonLines(text: string): unknown[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const values = lines.map(readJson);
  return lines.length > 0 && values.every((value) => value !== undefined) ? values.flat() : undefined;
}

function notesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(notesIn);
  if (typeof value !== 'object' || value === null) return [];
  const { receipt, note, checkpoint } = value as Record<string, unknown>;
  return [receipt, note, checkpoint].filter((each) => typeof each === 'string');
}

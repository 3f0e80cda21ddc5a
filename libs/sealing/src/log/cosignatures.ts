import { checkSignature, parseCheckpointText, parseNote, type Policy, type SignedNote } from '@proofdesk/ledger';
import { crypto } from '../crypto.js';
import { firstRow, type Sql } from './sql.js';

/** Newest checkpoints that a bare signature line is tried on. */
const TRIED = 2_000;

export type AddedCosignature =
  | { readonly ok: true; readonly value: { readonly witness: string; readonly size: number; readonly isNew: boolean } }
  | {
      readonly ok: false;
      readonly refusal: {
        readonly code: 'MALFORMED' | 'UNKNOWN_WITNESS' | 'NO_SUCH_CHECKPOINT';
        readonly message: string;
      };
    };

type Refusal = Extract<AddedCosignature, { ok: false }>;
const refuse = (code: Refusal['refusal']['code'], message: string): Refusal => ({
  ok: false,
  refusal: { code, message },
});

/**
 * Files what a witness answered: signature lines, or a note with them. A line is kept only if a witness of the policy made it over
 * a checkpoint that is in the database.
 */
export async function addCosignature(
  sql: Sql,
  answer: string,
  policy: Pick<Policy, 'witnesses'>,
): Promise<AddedCosignature> {
  const lines = answer.split('\n').filter((line) => line.startsWith('— '));
  const candidates = await candidatesFor(sql, answer, lines);
  if (candidates === undefined) return refuse('MALFORMED', 'that is neither signature lines nor a cosigned checkpoint');
  let isKnown = false;
  for (const line of lines) {
    const witness = policy.witnesses.find(({ key }) => line.startsWith(`— ${key.name} `));
    if (witness === undefined) continue;
    isKnown = true;
    for (const { log, size, text } of candidates) {
      const note = parseNote(`${text}\n${line}\n`);
      const check = note && (await checkSignature(note, witness.key, crypto));
      if (check?.state !== 'right') continue;
      const isNew = await insert(sql, { log, size, witness: witness.name, line, seconds: check.seconds ?? 0 });
      return { ok: true, value: { witness: witness.name, size, isNew } };
    }
  }
  return isKnown
    ? refuse('NO_SUCH_CHECKPOINT', 'the witness signed none of the checkpoints that are here')
    : refuse('UNKNOWN_WITNESS', 'no witness of the policy signed it; add its key to the file "witnesses" first');
}

interface Candidate {
  readonly log: number;
  readonly size: number;
  readonly text: string;
}

async function candidatesFor(
  sql: Sql,
  answer: string,
  lines: readonly string[],
): Promise<readonly Candidate[] | undefined> {
  const note: SignedNote | undefined = parseNote(answer);
  const checkpoint = note && parseCheckpointText(note.text);
  if (checkpoint !== undefined && note !== undefined) {
    const row = await firstRow<{ log: number; note: string }>(
      sql,
      `SELECT c.log, c.note FROM ledger.checkpoint c JOIN ledger.log l ON l.id = c.log WHERE l.origin = $1 AND c.size = $2`,
      [checkpoint.origin, checkpoint.size],
    );
    const isOurs = row !== undefined && parseNote(row.note)?.text === note.text;
    return isOurs ? [{ log: row.log, size: checkpoint.size, text: note.text }] : [];
  }
  if (lines.length === 0 || lines.length > 64) return undefined;
  const { rows } = await sql.query<{ log: number; size: string; note: string }>(
    'SELECT log, size, note FROM ledger.checkpoint ORDER BY log DESC, size DESC LIMIT $1',
    [TRIED],
  );
  return rows.map(({ log, size, note: text }) => ({ log, size: Number(size), text: parseNote(text)?.text ?? '' }));
}

async function insert(
  sql: Sql,
  { log, size, witness, line, seconds }: { log: number; size: number; witness: string; line: string; seconds: number },
): Promise<boolean> {
  const { rows } = await sql.query(
    `INSERT INTO ledger.cosignature (log, size, witness, line, at) VALUES ($1, $2, $3, $4, to_timestamp($5))
       ON CONFLICT DO NOTHING RETURNING size`,
    [log, size, witness, line, seconds],
  );
  return rows.length > 0;
}

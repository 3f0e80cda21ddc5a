import * as crypto from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nodeCrypto } from '@proofdesk/ledger';
import { evidencePieceBytes } from '@proofdesk/provenance';
import { type Client } from 'pg';
import { erasePayload } from './erase-payload.js';
import { AuditedDay } from './testing/audited-day.js';
import { type BusyDay } from './testing/busy-day.js';
import { codeOf, must, type TestDesk } from './testing/test-desk.js';

const node = nodeCrypto(crypto);
let own: AuditedDay;
let desk: TestDesk;
let day: BusyDay;
let root: Client;

beforeAll(async () => {
  own = await AuditedDay.open();
  ({ desk, day, root } = own);
}, 60_000);

afterAll(() => own.close());

/** An erasure of what was said under a name in the first entry of a type. */
async function secret(name: string, type: string, stream: string) {
  const { rows } = await root.query<{ seq: number }>(
    'SELECT seq FROM ledger.entry WHERE stream = $1 AND type = $2 ORDER BY seq LIMIT 1',
    [stream, type],
  );
  return { stream, seq: rows[0]?.seq ?? 0, name, legalBasis: 'data_subject_request', reason: 'She asked.' } as const;
}

type Piece = Parameters<typeof evidencePieceBytes>[0] & { readonly sha256: string };

describe('erasing what somebody wrote', () => {
  it('is for admins', async () => {
    const what = await secret('reason', 'verdict.returned', day.published);
    expect(await codeOf(erasePayload(desk, day.editor, what))).toBe('permission.denied');
    expect(await codeOf(erasePayload(desk, day.admin, { ...what, name: 'nothing' }))).toBe('not_found');
  });

  it('leaves every old proof standing, the text nowhere, and fsck content', async () => {
    const before = await own.bundle(day.published, 'all');
    expect(new TextDecoder().decode(before)).toContain('Marlene Vogt');
    const what = await secret('reason', 'verdict.returned', day.published);
    await must(erasePayload(desk, day.admin, what));
    expect(await codeOf(erasePayload(desk, day.admin, what))).toBe('not_found');
    await own.seal();
    expect(await own.verify(before)).toMatchObject({ ok: true });
    const after = await own.bundle(day.published, 'all');
    expect(await own.verify(after)).toMatchObject({ ok: true });
    expect(new TextDecoder().decode(after)).not.toContain('Marlene Vogt');
    expect(await tablesWith('Marlene Vogt')).toEqual([]);
    expect((await own.audit()).findings).toEqual([]);
  });

  it('takes evidence and names out of the tables too', async () => {
    await must(erasePayload(desk, day.admin, await secret('quote', 'evidence.attached', day.stale)));
    const person = await secret('name', 'account.created', day.checker.personId);
    const { rows } = await root.query<{ name: string }>('SELECT name FROM person WHERE id = $1', [person.stream]);
    await must(erasePayload(desk, day.admin, person));
    await own.seal();
    expect(await tablesWith(rows[0]?.name ?? '')).toEqual([]);
    expect((await own.audit()).findings).toEqual([]);
  });

  it('takes the salt of evidence away, so that its hash in the ledger finds no quote', async () => {
    const what = await secret('quote', 'evidence.attached', day.published);
    const piece = async (): Promise<Piece | undefined> =>
      (
        await root.query<Piece>(
          `SELECT v.salt, v.url, v.title, v.quote, v.note, v.stance, v.origin, v.is_primary AS "isPrimary", v.sha256 FROM evidence v
             JOIN ledger.entry e ON e.stream = $1 AND e.seq = $2 AND v.id::text = e.doc #>> '{subject,evidence}'`,
          [what.stream, what.seq],
        )
      ).rows[0];
    const hash = (of: Piece): string => crypto.createHash('sha256').update(evidencePieceBytes(of)).digest('hex');
    const before = await piece();
    if (!before) throw new Error('The piece is gone.');
    expect(before.salt).toMatch(/^[0-9a-f]{64}$/);
    expect(hash(before)).toBe(before.sha256);
    await must(erasePayload(desk, day.admin, what));
    const after = await piece();
    expect(after).toMatchObject({ salt: null, quote: '(erased)', sha256: before.sha256 });
    // The guesser knows every field and the right quote, and still has no way to see that it is right.
    expect(hash({ ...before, salt: null })).not.toBe(before.sha256);
    await own.seal();
    expect((await own.audit()).findings).toEqual([]);
  });

  it('leaves nothing to guess a short text by: without the key no candidate fits, with it the right one did', async () => {
    const what = await secret('note', 'verdict.approved', day.stale);
    const { rows } = await root.query<{ commit: string; key: Buffer; body: string }>(
      `SELECT e.doc #>> '{commits,note}' AS commit, p.key, convert_from(e.body, 'UTF8') AS body FROM ledger.entry e
         JOIN ledger.payload p ON p.commit = decode(e.doc #>> '{commits,note}', 'hex') WHERE e.stream = $1 AND e.seq = $2`,
      [what.stream, what.seq],
    );
    const { commit = '', key = Buffer.alloc(0), body = '' } = rows[0] ?? {};
    const words = ['Good.', 'Bad.', 'Fine.', 'Well done.', ''];
    const said = (keyed: Uint8Array, word: string): string =>
      Buffer.from(node.hmacSha256(keyed, Buffer.from(JSON.stringify(word)))).toString('hex');
    expect(words.filter((word) => said(key, word) === commit)).toEqual(['Good.']);
    await must(erasePayload(desk, day.admin, what));
    const left = await root.query(`SELECT 1 FROM ledger.payload WHERE commit = decode($1, 'hex')`, [commit]);
    expect(left.rows).toEqual([]);
    // Everything that is left to a guesser: the entry itself, and keys that anybody can make up or derive from it.
    const entry = JSON.parse(body) as { id: string; stream: string; prev: string };
    const keys = [
      Buffer.alloc(0),
      Buffer.alloc(32),
      Buffer.from(entry.prev, 'hex'),
      Buffer.from(entry.id),
      Buffer.from(entry.stream),
    ];
    const plain = words
      .flatMap((word) => [word, JSON.stringify(word)])
      .map((text) => crypto.createHash('sha256').update(text).digest('hex'));
    const guesses = [...plain, ...words.flatMap((word) => keys.map((each) => said(each, word)))];
    expect(guesses.filter((guess) => guess === commit || body.includes(guess))).toEqual([]);
  });

  /** Tables of either schema that still hold a text anywhere. */
  async function tablesWith(text: string): Promise<string[]> {
    const { rows } = await root.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'ledger', 'bullmq')`,
    );
    const found: string[] = [];
    for (const { name } of rows) {
      const hex = Buffer.from(text).toString('hex');
      const hits = await root.query(
        `SELECT 1 FROM ${name} t WHERE strpos(t::text, $1) > 0 OR strpos(t::text, $2) > 0 LIMIT 1`,
        [text, hex],
      );
      if (hits.rows.length > 0) found.push(name);
    }
    return found;
  }
});

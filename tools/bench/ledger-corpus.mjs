// A ledger of any size with the tables that belong to it: the same story of eight entries for each assertion, from the
// queue to the published verdict. Loaded past the triggers, because it is the reading that is measured.
import { hash, randomBytes, randomUUID } from 'node:crypto';
import { CompactRange, encodeEntry, entryAfter, leafHash, signCheckpoint, TILE_HEIGHT, toHex } from '@proofdesk/ledger';
import { evidencePieceBytes } from '@proofdesk/provenance';
import { sampleKeys, tamperCrypto } from '../../libs/auditing/dist/tamper/sample-keys.js';

const { sha256 } = tamperCrypto;
const hex = () => randomBytes(32).toString('hex');
const PER_ASSERTION = 8;
const BATCH = 1_000;
const EVERY = 5_000;

const piece = {
  salt: null,
  url: null,
  title: 't',
  quote: 'q',
  note: '',
  stance: 'supports',
  origin: 'o',
  isPrimary: false,
};
const pieceSha256 = hash('sha256', evidencePieceBytes(piece));

/** Everything that all stories share. */
const cast = {
  article: randomUUID(),
  revision: randomUUID(),
  checker: randomUUID(),
  editor: randomUUID(),
  sha: hex(),
  session: '0123456789abcdef',
};
const as = (person, role) => ({ kind: 'person', id: person, person, role, session: cast.session });

/** The story of one assertion: [type, actor, the rest of the entry]. */
function story(id) {
  const evidence = [{ id: randomUUID(), sha256: pieceSha256 }];
  const verdict = randomUUID();
  const subject = {
    article: cast.article,
    revision: cast.revision,
    articleSha256: cast.sha,
    assertion: id,
    wordsSha256: cast.sha,
  };
  const of = { ...subject, verdict, version: 1 };
  const refs = (person) => [{ stream: person, seq: 2, leaf: cast.sha }];
  const step = (before, after) => ({ before: { state: before }, after: { state: after } });
  const label = {
    kind: 'statement',
    sourcing: 'reported',
    allegation: null,
    hedged: null,
    risk: 'normal',
    needsSource: false,
  };
  const rating = { rating: 'false', risk: 'normal', approvalsNeeded: 1 };
  const proposal = { evidenceSha256: cast.sha, scale: 'truth', scaleVersion: 1, before: { state: 'in_check' } };
  const published = { state: 'published', rating: 'false', hasClaimReview: true };
  return {
    evidence: evidence[0],
    verdict,
    entries: [
      [
        'assertion.queued',
        { kind: 'system', id: 'worker' },
        { subject, data: { after: { state: 'queued', ...label } } },
      ],
      [
        'task.leased',
        as(cast.checker, 'checker'),
        { subject, lease: { token: '1' }, data: step('queued', 'in_check') },
      ],
      [
        'evidence.attached',
        as(cast.checker, 'checker'),
        { subject, evidence, lease: { token: '1' }, commits: { quote: hex(), title: hex() } },
      ],
      [
        'task.released',
        as(cast.checker, 'checker'),
        { subject, lease: { token: '1' }, data: step('in_check', 'queued') },
      ],
      [
        'task.leased',
        as(cast.checker, 'checker'),
        { subject, lease: { token: '2' }, data: step('queued', 'in_check') },
      ],
      [
        'verdict.proposed',
        as(cast.checker, 'checker'),
        {
          subject: of,
          evidence,
          refs: refs(cast.checker),
          lease: { token: '2' },
          commits: { rationale: hex() },
          data: { ...proposal, after: { state: 'in_approval', ...rating } },
        },
      ],
      [
        'verdict.approved',
        as(cast.editor, 'editor'),
        { subject: of, refs: refs(cast.editor), data: step('in_approval', 'approved') },
      ],
      [
        'verdict.published',
        as(cast.editor, 'editor'),
        {
          subject: of,
          refs: refs(cast.editor),
          commits: { statement: hex() },
          data: { before: { state: 'approved' }, after: published },
        },
      ],
    ],
  };
}

/** The bodies of one batch of assertions, chained; entries of different assertions take turns, as they do at a desk. */
function batch(origin, count) {
  const stories = Array.from({ length: count }, () => ({ id: randomUUID(), head: '0'.repeat(64), leaf: null })).map(
    (s) => ({ ...s, ...story(s.id) }),
  );
  const rows = [];
  for (let seq = 0; seq < PER_ASSERTION; seq += 1) {
    for (const each of stories) {
      const [type, actor, more] = each.entries[seq];
      const at = new Date(1_793_000_000_000 + seq * 1000).toISOString().replace('Z', '000Z');
      const draft = { origin, id: randomUUID(), type, actor, sw: 'proofdesk-0.1.0', ...more };
      const body = encodeEntry(entryAfter({ stream: each.id, seq, head: each.head, at }, draft));
      const leaf = leafHash(body, sha256);
      each.head = toHex(leaf);
      rows.push({ stream: each.id, seq: seq + 1, body: Buffer.from(body), leaf: Buffer.from(leaf) });
    }
  }
  return { stories, rows };
}

/** Fills an empty database; answers with the policy under which it is signed, and how many entries there are. */
export async function loadLedger(client, wanted) {
  const keys = await sampleKeys('bench.example/1');
  const tree = new CompactRange(sha256);
  await client.query(
    "SET session_replication_role = replica; SET proofdesk.ledger_migration = 'on'; SET synchronous_commit = off",
  );
  const triggers = await switchTriggers(client, 'DISABLE TRIGGER ALL');
  await client.query("INSERT INTO ledger.log (id, origin) VALUES (1, 'bench.example/1')");
  await loadCast(client);
  for (let made = 0; made < wanted;) {
    const { stories, rows } = batch(keys.origin, Math.min(BATCH, Math.ceil((wanted - made) / PER_ASSERTION)));
    await loadTables(client, stories);
    await loadEvidence(client, stories);
    await loadEntries(client, stories, rows, tree.size);
    await seal(client, tree, rows, keys);
    made += rows.length;
  }
  await switchTriggers(client, 'ENABLE TRIGGER ALL');
  for (const { table, trigger } of triggers)
    await client.query(`ALTER TABLE ledger.${table} ENABLE ALWAYS TRIGGER ${trigger}`);
  await client.query('RESET ALL');
  await client.query('VACUUM (ANALYZE)');
  return { policyText: keys.policyText, entries: tree.size };
}

async function switchTriggers(client, how) {
  for (const table of ['stream', 'entry', 'leaf', 'node', 'checkpoint', 'log', 'seal'])
    await client.query(`ALTER TABLE ledger.${table} ${how}`);
  const { rows } =
    await client.query(`SELECT c.relname AS "table", t.tgname AS trigger FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relnamespace = 'ledger'::regnamespace AND NOT t.tgisinternal AND c.relname <> 'payload'`);
  return rows;
}

async function loadCast(client) {
  const { article, revision, checker, editor, sha } = cast;
  await client.query(`INSERT INTO person (id, name) VALUES ('${checker}', 'c'), ('${editor}', 'e')`);
  await client.query(`INSERT INTO article (id, title, origin) VALUES ('${article}', 't', 'draft')`);
  await client.query(
    `ALTER TABLE article_revision DROP CONSTRAINT article_revision_sha256_check; ALTER TABLE assertion DROP CONSTRAINT assertion_exact_sha256_check`,
  );
  await client.query(
    `INSERT INTO article_revision (id, article_id, number, text, sha256, characters, extraction_state) VALUES ('${revision}', '${article}', 1, 't', '${sha}', 1, 'done')`,
  );
  await client.query(`INSERT INTO job_done (topic, key, job_key) VALUES ('extract-assertions', '${revision}', 'x-g0')`);
  // The articles' and people's own histories are a single entry each here, and not part of what is compared.
  const draft = {
    origin: 'bench.example/1',
    type: 'policy.changed',
    actor: { kind: 'system', id: 'bench' },
    sw: 'bench',
  };
  for (const stream of [article]) {
    const more = {
      type: 'article.ingested',
      subject: { article, revision, articleSha256: sha },
      data: { number: 1, characters: 1 },
    };
    const done = { type: 'article.extracted', subject: { article, revision, articleSha256: sha } };
    let head = { stream, seq: 0, head: '0'.repeat(64), at: '2026-01-01T00:00:00.000000Z' };
    for (const each of [more, done]) {
      const body = encodeEntry(entryAfter(head, { ...draft, id: randomUUID(), ...each }));
      head = { ...head, seq: head.seq + 1, head: toHex(leafHash(body, sha256)) };
      await client.query('INSERT INTO ledger.entry (stream, seq, body) VALUES ($1, $2, $3)', [
        stream,
        head.seq,
        Buffer.from(body),
      ]);
    }
    await client.query(`INSERT INTO ledger.stream VALUES ($1, $2, decode($3, 'hex'))`, [stream, head.seq, head.head]);
  }
}

async function loadTables(client, stories) {
  const { article, revision, checker, editor, sha } = cast;
  const ids = stories.map(({ id }) => id);
  const verdicts = stories.map(({ verdict }) => verdict);
  const rows = 'unnest($1::uuid[])';
  const pairs = 'unnest($1::uuid[], $2::uuid[]) AS s (id, other)';
  await client.query(
    `INSERT INTO assertion (id, revision_id, ordinal, start_offset, end_offset, exact, exact_sha256, prefix, suffix, kind, sourcing, partly_quoted, check_worthiness, check_worthiness_reasons, needs_source, risk)
     SELECT id, '${revision}', $2 + n, 0, 1, 't', '${sha}', '', '', 'statement', 'reported', false, 0.5, '[]', false, 'normal' FROM ${rows} WITH ORDINALITY AS s (id, n)`,
    [ids, (loadTables.count = (loadTables.count ?? 0) + ids.length)],
  );
  await client.query(
    `INSERT INTO review_task (assertion_id, article_id, state, risk_rank, check_worthiness, lease_token) SELECT id, '${article}', 'published', 2, 0.5, 2 FROM ${rows} AS s (id)`,
    [ids],
  );
  await client.query(
    `INSERT INTO verdict (id, version, assertion_id, state, scale_id, scale_version, rating_key, rationale, proposed_by, revision_id, exact_sha256, evidence_sha256, risk)
     SELECT other, 1, id, 'published', 'truth', 1, 'false', 'r', '${checker}', '${revision}', '${sha}', '${sha}', 'normal' FROM ${pairs}`,
    [ids, verdicts],
  );
  await client.query(
    `INSERT INTO approval (verdict_id, verdict_version, person_id) SELECT id, 1, '${editor}' FROM ${rows} AS s (id)`,
    [verdicts],
  );
  await client.query(
    `INSERT INTO publication (id, slug, assertion_id, verdict_id, verdict_version, claim_reviewed, has_claim_review, published_by)
     SELECT gen_random_uuid(), id::text, id, other, 1, 'c', true, '${editor}' FROM ${pairs}`,
    [ids, verdicts],
  );
}

async function loadEvidence(client, stories) {
  const pieces = [stories.map(({ id }) => id), stories.map(({ evidence }) => evidence.id)];
  await client.query(
    `INSERT INTO evidence (id, assertion_id, title, quote, note, stance, origin, is_primary, sha256, attached_by)
     SELECT other, id, 't', 'q', '', 'supports', 'o', false, '${pieceSha256}', '${cast.checker}' FROM unnest($1::uuid[], $2::uuid[]) AS s (id, other)`,
    pieces,
  );
}

async function loadEntries(client, stories, rows, from) {
  const column = (name) => rows.map((row) => row[name]);
  const heads = stories.map(({ head }) => Buffer.from(head, 'hex'));
  await client.query(
    `INSERT INTO ledger.stream SELECT id, ${PER_ASSERTION}, head FROM unnest($1::uuid[], $2::bytea[]) AS s (id, head)`,
    [stories.map(({ id }) => id), heads],
  );
  const parameters = [column('stream'), column('seq')];
  await client.query(
    'INSERT INTO ledger.entry (stream, seq, body) SELECT * FROM unnest($1::uuid[], $2::int[], $3::bytea[])',
    [...parameters, column('body')],
  );
  await client.query(
    'INSERT INTO ledger.leaf (log, index, stream, seq, leaf) SELECT 1, $4::bigint + n - 1, stream, seq, leaf FROM unnest($1::uuid[], $2::int[], $3::bytea[]) WITH ORDINALITY AS e (stream, seq, leaf, n)',
    [...parameters, column('leaf'), from],
  );
}

async function seal(client, tree, rows, { origin, log }) {
  const nodes = [];
  for (const { leaf } of rows) {
    tree.append(leaf, (height, index, hash) => {
      if (height > 0 && height % TILE_HEIGHT === 0) nodes.push([height / TILE_HEIGHT, index, Buffer.from(hash)]);
    });
    if (tree.size % EVERY !== 0) continue;
    await sign(client, tree, origin, log);
  }
  await sign(client, tree, origin, log);
  await client.query(
    'INSERT INTO ledger.node (log, level, index, hash) SELECT 1, * FROM unnest($1::smallint[], $2::bigint[], $3::bytea[])',
    [0, 1, 2].map((i) => nodes.map((node) => node[i])),
  );
}

async function sign(client, tree, origin, log) {
  const root = tree.root();
  const note = signCheckpoint({ origin, size: tree.size, root }, log.key, log.sign);
  await client.query(
    'INSERT INTO ledger.checkpoint (log, size, root, note) VALUES (1, $1, $2, $3) ON CONFLICT DO NOTHING',
    [tree.size, Buffer.from(root), note],
  );
}

import { z } from 'zod';
import { pageOf, pageQuerySchema } from './paging.schema.js';
import { idSchema, instantSchema, sha256Schema } from './vocabulary.schema.js';

/** Newest first. `stream` is the assertion's id for decisions; accounts, roles and articles have streams of their own. */
export const ledgerQuerySchema = z.strictObject({
  ...pageQuerySchema.shape,
  stream: idSchema.optional(),
  articleId: idSchema.optional(),
  actorId: idSchema.optional(),
  type: z
    .string()
    .regex(/^[a-z_.]{1,60}$/)
    .optional(),
  from: instantSchema.optional(),
  to: instantSchema.optional(),
});

/**
 * How far an entry is proven: `pending` (recorded, in no signed tree yet), `integrated` (in the tree of a signed checkpoint),
 * `witnessed` (a witness cosigned a checkpoint of such a tree). It is what the database says; a proof bundle proves it.
 */
export const proofStateSchema = z.enum(['pending', 'integrated', 'witnessed']).meta({ id: 'ProofState' });
export const entryProofSchema = z
  .strictObject({
    state: proofStateSchema,
    /** Place in the tree, from 0; null while it has none. */
    index: z.int().nullable(),
    /** The first checkpoint whose tree holds the entry. */
    checkpoint: z.strictObject({ size: z.int(), at: instantSchema }).nullable(),
    /** Who cosigned first, and when. */
    witness: z.strictObject({ name: z.string(), at: instantSchema }).nullable(),
  })
  .meta({ id: 'EntryProof' });

/** One decision in words a person can read, with the exact record beside it. */
export const ledgerEntrySchema = z
  .strictObject({
    stream: idSchema,
    seq: z.int(),
    type: z.string(),
    at: instantSchema,
    actor: z.strictObject({
      id: idSchema,
      kind: z.enum(['person', 'system']),
      name: z.string(),
      role: z.string().nullable(),
    }),
    articleId: idSchema.nullable(),
    articleTitle: z.string().nullable(),
    exact: z.string().nullable(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
    /** Free text behind the keyed commitments of the record (reasons, notes, names), where it was not erased. */
    disclosed: z.record(z.string(), z.string()),
    /** Names of the commitments of the record; those that are not in `disclosed` were erased. */
    committed: z.array(z.string()),
    proof: entryProofSchema,
    leaf: sha256Schema,
    prev: sha256Schema,
    /** The exact bytes of the record, UTF-8. */
    body: z.string(),
  })
  .meta({ id: 'LedgerEntry' });

export const ledgerPageSchema = pageOf(ledgerEntrySchema, 'LedgerPage');

/** What an export holds: the same filters as the list, and the form. */
export const ledgerExportQuerySchema = ledgerQuerySchema
  .omit({ after: true, limit: true })
  .extend({ format: z.enum(['jsonl', 'csv']).default('jsonl') });

export const checkpointSchema = z
  .strictObject({
    origin: z.string(),
    /** Leaves of the tree. */
    size: z.int(),
    root: sha256Schema,
    at: instantSchema,
    /** The signed note with every cosignature, as docs/ledger-format.md §4 has it. */
    note: z.string(),
    /** Length of the note, UTF-8. */
    bytes: z.int(),
    witnesses: z.array(z.strictObject({ name: z.string(), at: instantSchema })),
  })
  .meta({ id: 'Checkpoint' });
export const checkpointPageSchema = pageOf(checkpointSchema, 'CheckpointPage');

/** `alarm`: something that should never be so. `warning`: something that is late, or weaker than it could be. */
export const ledgerAnomalySchema = z
  .strictObject({
    code: z.string(),
    severity: z.enum(['alarm', 'warning']),
    text: z.string(),
    /** The first bad entry, where it is one. */
    stream: idSchema.nullable(),
    seq: z.int().nullable(),
  })
  .meta({ id: 'LedgerAnomaly' });

/** A quick look at the ledger as it stands now. It reads the newest entries only; `proofdesk fsck` reads them all. */
export const ledgerHealthSchema = z
  .strictObject({
    at: instantSchema,
    entries: z.strictObject({
      /** Not in the tree yet, counted up to 100,000. */
      unsealed: z.int(),
      /** Seal lag: the age of the oldest of them. */
      oldestUnsealedSeconds: z.number().nullable(),
      /** How many of the newest were hashed again. */
      checked: z.int(),
    }),
    checkpoint: z.strictObject({ origin: z.string(), size: z.int(), at: instantSchema }).nullable(),
    witnesses: z.array(
      z.strictObject({
        name: z.string(),
        /** `beside`: it runs on the same machine as the sealer, and whoever rules that machine rules both. */
        stands: z.enum(['beside', 'outside']),
        size: z.int().nullable(),
        at: instantSchema.nullable(),
        /** Leaves of the newest checkpoint that it has not cosigned. */
        behind: z.int(),
      }),
    ),
    schema: z.strictObject({ fingerprint: sha256Schema, noted: sha256Schema.nullable() }),
    anomalies: z.array(ledgerAnomalySchema),
  })
  .meta({ id: 'LedgerHealth' });

/** Whom a verifier believes. Who checks proofs must have it by another road than the proofs: a forger would hand out both. */
export const ledgerPolicySchema = z
  .strictObject({
    /** The policy file, c2sp.org/tlog-policy with the lines of docs/ledger-format.md §4. */
    text: z.string(),
    origin: z.string(),
    logs: z.array(z.string()),
    receipts: z.array(z.string()),
    witnesses: z.array(z.strictObject({ name: z.string(), key: z.string() })),
    quorum: z.string(),
    warning: z.string(),
  })
  .meta({ id: 'LedgerPolicy' });

/** Names one value behind a commitment: the entry, and the name that the record gives it. */
export const eraseSchema = z
  .strictObject({
    stream: idSchema,
    seq: z.int().min(1),
    name: z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/),
    legalBasis: z.enum(['data_subject_request', 'court_order', 'source_protection', 'mistake']),
    reason: z.string().trim().min(1, 'say why').max(2000),
  })
  .meta({ id: 'Erase' });
export const erasedSchema = z.strictObject({ seq: z.int() }).meta({ id: 'Erased' });

export type EntryProof = z.infer<typeof entryProofSchema>;
export type ProofState = z.infer<typeof proofStateSchema>;
export type LedgerExportQuery = z.infer<typeof ledgerExportQuerySchema>;
export type LedgerCheckpoint = z.infer<typeof checkpointSchema>;
export type LedgerAnomaly = z.infer<typeof ledgerAnomalySchema>;
export type LedgerHealth = z.infer<typeof ledgerHealthSchema>;
export type LedgerPolicy = z.infer<typeof ledgerPolicySchema>;
export type Erase = z.infer<typeof eraseSchema>;
export type LedgerQuery = z.infer<typeof ledgerQuerySchema>;
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

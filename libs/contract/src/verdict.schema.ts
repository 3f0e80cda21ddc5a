import { z } from 'zod';
import { idSchema, instantSchema, sha256Schema, stanceSchema } from './vocabulary.schema.js';

const personSchema = z.strictObject({ id: idSchema, name: z.string() });

/** `origin` names who stands behind the piece: two pieces of one origin are not independent. */
export const attachEvidenceSchema = z
  .strictObject({
    leaseToken: z.string().regex(/^\d{1,19}$/),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2048)
      .optional(),
    title: z.string().trim().min(1, 'name the piece').max(300),
    quote: z.string().trim().max(5000).default(''),
    note: z.string().trim().max(5000).default(''),
    stance: stanceSchema,
    origin: z.string().trim().min(1, 'who stands behind it').max(200),
    isPrimary: z.boolean().default(false),
  })
  .meta({ id: 'AttachEvidence' });

export const evidenceSchema = z
  .strictObject({
    id: idSchema,
    url: z.string().nullable(),
    title: z.string(),
    quote: z.string(),
    note: z.string(),
    stance: stanceSchema,
    origin: z.string(),
    isPrimary: z.boolean(),
    sha256: sha256Schema,
    attachedBy: personSchema,
    attachedAt: instantSchema,
    withdrawnAt: instantSchema.nullable(),
  })
  .meta({ id: 'Evidence' });

export const withdrawEvidenceSchema = z
  .strictObject({
    reason: z.string().trim().min(1, 'say why').max(2000),
    leaseToken: z
      .string()
      .regex(/^\d{1,19}$/)
      .optional(),
  })
  .meta({ id: 'WithdrawEvidence' });

export const proposeVerdictSchema = z
  .strictObject({
    leaseToken: z.string().regex(/^\d{1,19}$/),
    rating: z.string().min(1).max(40),
    rationale: z.string().trim().min(1, 'give the reasons').max(20000),
  })
  .meta({ id: 'ProposeVerdict' });

/** Approves one version of one verdict: a version that was not on the screen cannot be approved. */
export const approveVerdictSchema = z
  .strictObject({ verdictVersion: z.int().min(1), note: z.string().trim().max(2000).default('') })
  .meta({ id: 'ApproveVerdict' });
export const returnVerdictSchema = z
  .strictObject({ verdictVersion: z.int().min(1), reason: z.string().trim().min(1, 'say why').max(2000) })
  .meta({ id: 'ReturnVerdict' });
export const publishVerdictSchema = z
  .strictObject({ verdictVersion: z.int().min(1), claimReviewed: z.string().trim().min(1).max(500).optional() })
  .meta({ id: 'PublishVerdict' });
export const retractVerdictSchema = z
  .strictObject({ publicNote: z.string().trim().min(1, 'readers must be told why').max(2000) })
  .meta({ id: 'RetractVerdict' });

export const verdictSchema = z
  .strictObject({
    id: idSchema,
    version: z.int(),
    state: z.enum(['proposed', 'returned', 'approved', 'published', 'retracted', 'stale']),
    rating: z.strictObject({ key: z.string(), label: z.string(), value: z.int() }),
    ratingScale: z.strictObject({ id: z.string(), version: z.int() }),
    rationale: z.string(),
    proposedBy: personSchema,
    proposedAt: instantSchema,
    exactSha256: sha256Schema,
    evidenceSha256: sha256Schema,
    approvals: z.array(z.strictObject({ by: personSchema, at: instantSchema, note: z.string() })),
    approvalsNeeded: z.int(),
    returned: z.strictObject({ by: personSchema, at: instantSchema, reason: z.string() }).nullable(),
  })
  .meta({ id: 'Verdict' });

export type AttachEvidence = z.infer<typeof attachEvidenceSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
export type ProposeVerdict = z.infer<typeof proposeVerdictSchema>;
export type Verdict = z.infer<typeof verdictSchema>;

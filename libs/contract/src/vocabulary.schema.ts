import { z } from 'zod';

/** The closed lists of design words that travel over HTTP. Meaning: docs/glossary.md. */
export const sourcingSchema = z
  .enum(['quoted', 'reported', 'documented', 'anonymous', 'self', 'unattributed'])
  .meta({ id: 'Sourcing' });
export const assertionKindSchema = z
  .enum(['statement', 'opinion', 'prediction', 'question', 'directive', 'headline', 'caption'])
  .meta({ id: 'AssertionKind' });
export const riskSchema = z.enum(['serious', 'sensitive', 'normal']).meta({ id: 'Risk' });
export const allegationCategorySchema = z
  .enum(['corruption', 'fraud', 'sabotage', 'violence', 'abuse', 'conspiracy', 'espionage', 'deceit', 'other'])
  .meta({ id: 'AllegationCategory' });
export const roleSchema = z.enum(['checker', 'editor', 'admin', 'auditor', 'reporter', 'service']).meta({ id: 'Role' });
export const stanceSchema = z.enum(['supports', 'refutes', 'context']).meta({ id: 'Stance' });
export const segmentKindSchema = z
  .enum(['headline', 'byline', 'dateline', 'caption', 'body', 'furniture'])
  .meta({ id: 'SegmentKind' });
export const sourceTypeSchema = z
  .enum(['person', 'organization', 'document', 'group', 'self', 'unknown'])
  .meta({ id: 'SourceType' });
export const taskStateSchema = z
  .enum([
    'queued',
    'dismissed',
    'merged',
    'in_check',
    'blocked',
    'proposed',
    'second_check',
    'adjudication',
    'in_approval',
    'approved',
    'published',
    'correcting',
    'retracted',
    'stale',
  ])
  .meta({ id: 'ReviewTaskState' });
export const extractionStateSchema = z.enum(['pending', 'running', 'done', 'failed']).meta({ id: 'ExtractionState' });
export const dismissalReasonSchema = z
  .enum(['opinion', 'not_checkable', 'duplicate', 'not_an_assertion'])
  .meta({ id: 'DismissalReason' });
export const awaitedSchema = z.enum(['source', 'reply']).meta({ id: 'Awaited' });

/** UUID in its canonical lower-case form. */
export const idSchema = z.uuid();
/** An instant, RFC 3339, UTC. */
export const instantSchema = z.iso.datetime({ precision: undefined });
/** A calendar day, YYYY-MM-DD. */
export const daySchema = z.iso.date();
/** Lower-case hexadecimal SHA-256. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
/** Offsets are Unicode code points into the normalised text of one revision; half-open. */
export const codePointSchema = z.int().min(0);

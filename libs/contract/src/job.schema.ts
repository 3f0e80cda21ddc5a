import { z } from 'zod';
import { idSchema } from './vocabulary.schema.js';

/** Payloads are references only: the queue's store keeps them in clear text. */
export const jobPayloadSchemas = {
  'extract-assertions': z.strictObject({ revisionId: idSchema }),
  /** Tells the people whom a decision concerns; the reference names the ledger entry. */
  'announce-decision': z.strictObject({ stream: idSchema, seq: z.int().min(1) }),
} as const;

export type JobTopic = keyof typeof jobPayloadSchemas;
export type JobPayload<T extends JobTopic> = z.infer<(typeof jobPayloadSchemas)[T]>;

import { resolve } from 'node:path';
import { z } from 'zod';

const schema = z.object({
  WITNESS_FOLDER: z.string().min(1),
  WITNESS_MAIL: z.string().min(1),
  WITNESS_POLICY: z.string().min(1),
});

/** What the supervisor tells the witness beside the sealer: folders, nothing secret. */
export interface WitnessConfig {
  readonly folder: string;
  readonly mail: string;
  /** Where the sealer writes the policy; the first key it shows for an origin is kept. */
  readonly policy: string;
}

/** @throws ZodError: only the supervisor starts this program */
export function readConfig(env: NodeJS.ProcessEnv = process.env): WitnessConfig {
  const { WITNESS_FOLDER, WITNESS_MAIL, WITNESS_POLICY } = schema.parse(env);
  return { folder: resolve(WITNESS_FOLDER), mail: resolve(WITNESS_MAIL), policy: resolve(WITNESS_POLICY) };
}

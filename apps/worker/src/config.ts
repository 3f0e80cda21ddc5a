import { z } from 'zod';

const flag = z.stringbool({ truthy: ['on', 'true', '1', 'yes'], falsy: ['off', 'false', '0', 'no'] });

/** Every setting of the worker, read from the environment and nowhere else. */
export const environmentSchema = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('development')
    .describe('what this process is run for'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).describe('PostgreSQL, as the role proofdesk_app'),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/ })
    .optional()
    .describe('job queue on Redis; without it, on PostgreSQL'),
  PROOFDESK_EMBEDDED: flag.default(false).describe('set by `proofdesk start`: the database is the embedded one'),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4).describe('jobs of one topic at once'),
  NEWSROOM: z.string().trim().min(1).max(120).default('The Proofdesk Demo').describe('name of the newsroom'),
});

/** Settings of the worker, checked and frozen. */
export interface WorkerConfig {
  readonly isProduction: boolean;
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  readonly concurrency: number;
  readonly newsroom: string;
}

/** Reads the environment; an empty variable counts as not set. @throws Error that lists all faults at once, and no values */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): WorkerConfig {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = environmentSchema.safeParse(present);
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`the settings cannot be used:\n${faults.join('\n')}`);
  }
  const { data } = read;
  return Object.freeze({
    isProduction: data.NODE_ENV === 'production',
    databaseUrl: data.DATABASE_URL,
    redisUrl: data.REDIS_URL,
    concurrency: data.WORKER_CONCURRENCY,
    newsroom: data.NEWSROOM,
  });
}

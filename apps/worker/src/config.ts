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
    .describe('Redis for the job queue; without it BullMQ keeps its jobs in PostgreSQL'),
  PROOFDESK_EMBEDDED: flag.default(false).describe('set by `proofdesk start`: the database is the embedded one'),
  NEWSROOM: z.string().trim().min(1).max(120).default('The Proofdesk Demo').describe('name of the newsroom'),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4).describe('jobs of one kind at work at once'),
  WORKER_ENGINES: z.coerce.number().int().min(1).max(16).default(1).describe('threads that read articles'),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug']).default('info').describe('least important line that is logged'),
});

/** Settings of the worker, checked and frozen. */
export interface WorkerConfig {
  readonly isProduction: boolean;
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  readonly newsroom: string;
  readonly concurrency: number;
  readonly engines: number;
  readonly logLevel: 'error' | 'warn' | 'info' | 'debug';
}

export type ConfigReading =
  { readonly ok: true; readonly value: WorkerConfig } | { readonly ok: false; readonly faults: readonly string[] };

/** Reads the environment; an empty variable counts as not set. Lists all faults at once, and no values: they may be secret. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): ConfigReading {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = environmentSchema.safeParse(present);
  if (!read.success)
    return { ok: false, faults: read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) };
  const faults = unsafeSettings(read.data);
  if (faults.length > 0) return { ok: false, faults };
  const { NODE_ENV, DATABASE_URL, REDIS_URL, NEWSROOM, WORKER_CONCURRENCY, WORKER_ENGINES, LOG_LEVEL } = read.data;
  return {
    ok: true,
    value: Object.freeze({
      isProduction: NODE_ENV === 'production',
      databaseUrl: DATABASE_URL,
      redisUrl: REDIS_URL,
      newsroom: NEWSROOM,
      concurrency: WORKER_CONCURRENCY,
      engines: WORKER_ENGINES,
      logLevel: LOG_LEVEL,
    }),
  };
}

/** Settings that are well formed and must not run. */
function unsafeSettings(environment: z.infer<typeof environmentSchema>): string[] {
  const role = decodeURIComponent(new URL(environment.DATABASE_URL).username);
  const faults: string[] = [];
  if (/^(postgres|proofdesk_(owner|migrator|sealer))$/.test(role))
    faults.push(`DATABASE_URL: the worker must not connect as ${role}, who may change the ledger; use proofdesk_app`);
  if (environment.NODE_ENV === 'production' && environment.PROOFDESK_EMBEDDED)
    faults.push('PROOFDESK_EMBEDDED: the embedded database is for trying out; production needs a server of its own');
  return faults;
}

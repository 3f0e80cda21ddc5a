import { join, resolve } from 'node:path';
import { z } from 'zod';

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' });
const redisUrl = z.url({ protocol: /^rediss?$/, error: 'must be a redis:// address' });

const schema = z.object({
  PORT: z.coerce.number({ error: 'must be a number' }).int().min(1).max(65535).default(4400),
  PROOFDESK_HOME: z.string().min(1).default('.proofdesk'),
  SEALER_FOLDER: z.string().min(1).optional(),
  DATABASE_URL: postgresUrl.optional(),
  MIGRATOR_DATABASE_URL: postgresUrl.optional(),
  SEALER_DATABASE_URL: postgresUrl.optional(),
  SUPERUSER_DATABASE_URL: postgresUrl.optional(),
  REDIS_URL: redisUrl.optional(),
});

/** Settings of the command line, from the environment; unknown variables are none of its business. */
export interface CliConfig {
  port: number;
  /** Absolute folder of this installation. */
  home: string;
  /** Absolute folder of the sealer: signing key, guard, policy. */
  sealerFolder: string;
  databaseUrl: string | undefined;
  migratorUrl: string | undefined;
  sealerUrl: string | undefined;
  superuserUrl: string | undefined;
  redisUrl: string | undefined;
}

/** Reads the environment. @throws Error that lists every fault at once */
export function readConfig(env: NodeJS.ProcessEnv = process.env): CliConfig {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = schema.safeParse(present);
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`the settings cannot be used:\n${faults.join('\n')}`);
  }
  const { data } = read;
  return {
    port: data.PORT,
    home: resolve(data.PROOFDESK_HOME),
    sealerFolder: resolve(data.SEALER_FOLDER ?? join(data.PROOFDESK_HOME, 'sealer')),
    databaseUrl: data.DATABASE_URL,
    migratorUrl: data.MIGRATOR_DATABASE_URL,
    sealerUrl: data.SEALER_DATABASE_URL,
    superuserUrl: data.SUPERUSER_DATABASE_URL,
    redisUrl: data.REDIS_URL,
  };
}

/** Those variables of the environment that are set, to be handed on to a child process. */
export const environmentOf = (names: readonly string[]): NodeJS.ProcessEnv =>
  Object.fromEntries(names.filter((name) => process.env[name]).map((name) => [name, process.env[name]]));

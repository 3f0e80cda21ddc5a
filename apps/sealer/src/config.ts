import { join, resolve } from 'node:path';
import { DEFAULT_LEDGER_ORIGIN } from '@proofdesk/persistence';
import { z } from 'zod';

const LEAST_KEPT = /^(postgres|proofdesk_(owner|migrator|app|auditor))$/;

/** Every setting of the sealer, read from the environment and nowhere else. */
export const environmentSchema = z.object({
  SEALER_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).describe('PostgreSQL, as the role proofdesk_sealer'),
  PROOFDESK_HOME: z.string().min(1).default('.proofdesk').describe('folder of this installation'),
  SEALER_FOLDER: z
    .string()
    .min(1)
    .optional()
    .describe(
      'where signing key, guard and policy lie, outside the database and its backups; default PROOFDESK_HOME/sealer',
    ),
  SEALER_ORIGIN: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,119}$/)
    .default(DEFAULT_LEDGER_ORIGIN)
    .describe('name of the log when it is first opened, e.g. desk.example.org/1; start the sealer before the api then'),
  SEALER_RECEIPT_VKEY: z
    .string()
    .min(1)
    .optional()
    .describe("file with the verifier key of the api's receipts; default PROOFDESK_HOME/api/receipt.vkey"),
  SEALER_WITNESS_MAIL: z
    .string()
    .min(1)
    .optional()
    .describe('folder shared with a witness on this machine; without it nobody beside the sealer cosigns'),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug']).default('info').describe('least important line that is logged'),
});

/** Settings of the sealer, checked; folders are absolute. */
export interface SealerConfig {
  readonly databaseUrl: string;
  readonly folder: string;
  readonly origin: string;
  readonly receiptKeyFile: string;
  readonly witnessMail: string | undefined;
  readonly logLevel: 'error' | 'warn' | 'info' | 'debug';
}

export type ConfigReading =
  { readonly ok: true; readonly value: SealerConfig } | { readonly ok: false; readonly faults: readonly string[] };

/** Reads the environment; an empty variable counts as not set. Lists all faults at once, and no values: they may be secret. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): ConfigReading {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = environmentSchema.safeParse(present);
  if (!read.success)
    return { ok: false, faults: read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) };
  const { data } = read;
  const role = decodeURIComponent(new URL(data.SEALER_DATABASE_URL).username);
  if (LEAST_KEPT.test(role))
    return {
      ok: false,
      faults: [
        `SEALER_DATABASE_URL: the sealer must not connect as ${role}; use proofdesk_sealer, who can only add to the tree`,
      ],
    };
  return {
    ok: true,
    value: {
      databaseUrl: data.SEALER_DATABASE_URL,
      folder: resolve(data.SEALER_FOLDER ?? join(data.PROOFDESK_HOME, 'sealer')),
      origin: data.SEALER_ORIGIN,
      receiptKeyFile: resolve(data.SEALER_RECEIPT_VKEY ?? join(data.PROOFDESK_HOME, 'api', 'receipt.vkey')),
      witnessMail: data.SEALER_WITNESS_MAIL === undefined ? undefined : resolve(data.SEALER_WITNESS_MAIL),
      logLevel: data.LOG_LEVEL,
    },
  };
}

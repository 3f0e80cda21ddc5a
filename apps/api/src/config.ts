import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const flag = z.stringbool({ truthy: ['on', 'true', '1', 'yes'], falsy: ['off', 'false', '0', 'no'] });
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);
const inRepository = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** Every setting of the api, read from the environment and nowhere else. */
export const environmentSchema = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('development')
    .describe('what this process is run for'),
  HOST: z.string().min(1).default('127.0.0.1').describe('address to listen on; 0.0.0.0 for all'),
  PORT: z.coerce.number().int().min(0).max(65535).default(4400).describe('port to listen on'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('address that readers and the desk use, without a path; default http://localhost:PORT'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).describe('PostgreSQL, as the role proofdesk_app'),
  PROOFDESK_EMBEDDED: flag.default(false).describe('set by `proofdesk start`: the database is the embedded one'),
  PROOFDESK_DEMO: flag
    .default(false)
    .describe('show the demo accounts on the sign-in page; only with the embedded database'),
  PROOFDESK_DEMO_PASSWORD: z.string().min(12).default('proofdesk-demo').describe('the password of all demo accounts'),
  NEWSROOM: z.string().trim().min(1).max(120).default('The Proofdesk Demo').describe('name of the newsroom'),
  DESK_DIST: z.string().min(1).default(inRepository('apps/desk/dist')).describe('folder of the built desk'),
  PROOFDESK_HOME: z.string().min(1).default('.proofdesk').describe('folder of this installation'),
  API_FOLDER: z
    .string()
    .min(1)
    .optional()
    .describe('where the receipt key lies, made on first start; default PROOFDESK_HOME/api'),
  LEDGER_POLICY: z
    .string()
    .min(1)
    .optional()
    .describe('the verifier policy that the sealer writes; default PROOFDESK_HOME/sealer/policy.txt'),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0).describe('how many reverse proxies stand in front'),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug']).default('info').describe('least important line that is logged'),
});

/** Settings of the api, checked and frozen. */
export interface ApiConfig {
  readonly host: string;
  readonly port: number;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly databaseUrl: string;
  /** `null` where no demo accounts are shown. */
  readonly demo: { readonly password: string; readonly peopleFile: string } | null;
  readonly newsroom: string;
  readonly deskFolder: string;
  /** Absolute; it holds the receipt key, and what the ledger's barriers were at the first start. */
  readonly folder: string;
  /** Absolute; the file may not be there yet. */
  readonly policyFile: string;
  readonly trustedProxies: number;
  readonly logLevel: 'error' | 'warn' | 'info' | 'debug';
}

export type ConfigReading =
  { readonly ok: true; readonly value: ApiConfig } | { readonly ok: false; readonly faults: readonly string[] };

/** Reads the environment; an empty variable counts as not set. Lists all faults at once, and no values: they may be secret. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): ConfigReading {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = environmentSchema.safeParse(present);
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    return { ok: false, faults };
  }
  const publicUrl = read.data.PUBLIC_URL ?? `http://localhost:${read.data.PORT}`;
  const faults = unsafeSettings(read.data, new URL(publicUrl));
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: Object.freeze(configOf(read.data, publicUrl)) };
}

type Environment = z.infer<typeof environmentSchema>;

function configOf(environment: Environment, publicUrl: string): ApiConfig {
  return {
    host: environment.HOST,
    port: environment.PORT,
    publicUrl: new URL(publicUrl).origin,
    databaseUrl: environment.DATABASE_URL,
    demo: environment.PROOFDESK_DEMO
      ? { password: environment.PROOFDESK_DEMO_PASSWORD, peopleFile: inRepository('seeds/people.json') }
      : null,
    newsroom: environment.NEWSROOM,
    deskFolder: environment.DESK_DIST,
    folder: resolve(environment.API_FOLDER ?? join(environment.PROOFDESK_HOME, 'api')),
    policyFile: resolve(environment.LEDGER_POLICY ?? join(environment.PROOFDESK_HOME, 'sealer', 'policy.txt')),
    trustedProxies: environment.TRUST_PROXY,
    logLevel: environment.LOG_LEVEL,
  };
}

/** Settings that are well formed and must not run. */
function unsafeSettings(environment: Environment, publicUrl: URL): string[] {
  const isLocal = loopback.has(publicUrl.hostname);
  const role = decodeURIComponent(new URL(environment.DATABASE_URL).username);
  const rules: [broken: boolean, fault: string][] = [
    [publicUrl.pathname !== '/' || publicUrl.search !== '', 'PUBLIC_URL: must be an address without a path'],
    [
      publicUrl.protocol === 'http:' && !isLocal,
      'PUBLIC_URL: must be https, or passwords and sessions travel in the clear (http is for localhost only)',
    ],
    [
      environment.PROOFDESK_DEMO && !environment.PROOFDESK_EMBEDDED,
      'PROOFDESK_DEMO: demo accounts have known passwords and are refused on a database of your own',
    ],
    [
      environment.PROOFDESK_DEMO && !isLocal,
      'PROOFDESK_DEMO: demo accounts are refused where the desk is not on localhost',
    ],
    [
      /^(postgres|proofdesk_(owner|migrator|sealer))$/.test(role),
      `DATABASE_URL: the api must not connect as ${role}, who may change the ledger; use proofdesk_app`,
    ],
    [
      environment.NODE_ENV === 'production' && !environment.PROOFDESK_EMBEDDED && isLocal,
      'PUBLIC_URL: production needs the https address that readers use',
    ],
  ];
  return rules.filter(([broken]) => broken).map(([, fault]) => fault);
}

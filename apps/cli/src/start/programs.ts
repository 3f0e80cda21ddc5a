import { fileURLToPath } from 'node:url';
import { type CliConfig } from '../config.js';

const appsFolder = new URL('../../../', import.meta.url);
const mainOf = (app: string) => fileURLToPath(new URL(`${app}/dist/main.js`, appsFolder));

export interface Program {
  name: string;
  program: string;
  env: NodeJS.ProcessEnv;
}

/**
 * The child processes of one desk and what each is told. Only what a program needs is handed on: the api never sees the
 * sealer's or the migrator's password.
 */
export function programs(config: CliConfig, urls: { app: string }, demo: boolean): Program[] {
  const inherited = Object.fromEntries(
    ['PATH', 'HOME', 'LANG', 'TZ', 'TMPDIR', 'NODE_ENV', 'PUBLIC_URL', 'NEWSROOM'].map((key) => [
      key,
      process.env[key],
    ]),
  );
  const common = {
    ...inherited,
    DATABASE_URL: urls.app,
    PROOFDESK_HOME: config.home,
    // Tells the programs that this database is the embedded one, where demo accounts are allowed.
    PROOFDESK_EMBEDDED: config.databaseUrl === undefined ? '1' : '',
    PROOFDESK_DEMO: demo ? '1' : '',
    ...(config.redisUrl ? { REDIS_URL: config.redisUrl } : {}),
  };
  return [
    { name: 'api', program: mainOf('api'), env: { ...common, PORT: String(config.port) } },
    { name: 'worker', program: mainOf('worker'), env: common },
  ];
}

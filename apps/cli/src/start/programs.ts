import { fileURLToPath } from 'node:url';
import { environmentOf as pick, type CliConfig } from '../config.js';
import { demoPassword } from '../seed/demo-people.js';

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
  const inherited = pick([
    'PATH',
    'HOME',
    'LANG',
    'TZ',
    'TMPDIR',
    'PUBLIC_URL',
    'NEWSROOM',
    'HOST',
    'TRUST_PROXY',
    'LOG_LEVEL',
  ]);
  const isEmbedded = config.databaseUrl === undefined;
  const common = {
    ...inherited,
    DATABASE_URL: urls.app,
    // Tells the programs that this database is the embedded one, where demo accounts are allowed.
    ...(isEmbedded ? { PROOFDESK_EMBEDDED: 'on' } : pick(['NODE_ENV'])),
    ...(config.redisUrl ? { REDIS_URL: config.redisUrl } : {}),
  };
  const demoSettings = demo && isEmbedded ? { PROOFDESK_DEMO: 'on', PROOFDESK_DEMO_PASSWORD: demoPassword } : {};
  return [
    { name: 'api', program: mainOf('api'), env: { ...common, ...demoSettings, PORT: String(config.port) } },
    { name: 'worker', program: mainOf('worker'), env: common },
  ];
}

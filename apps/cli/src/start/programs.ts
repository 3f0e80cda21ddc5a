import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environmentOf as pick, type CliConfig } from '../config.js';
import { demoPassword } from '../seed/demo-people.js';

const appsFolder = new URL('../../../', import.meta.url);
const mainOf = (app: string) => fileURLToPath(new URL(`${app}/dist/main.js`, appsFolder));

export interface Program {
  name: string;
  program: string;
  env: NodeJS.ProcessEnv;
  /** Whether the desk goes on without it when it refuses to work (exit status 3); its log says why. */
  mayRefuse?: boolean;
}

/**
 * The child processes of one desk and what each is told. Only what a program needs is handed on: the api never sees the
 * sealer's or the migrator's password.
 */
export function programs(
  config: CliConfig,
  urls: { app: string; sealer: string | undefined },
  demo: boolean,
): Program[] {
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
    {
      name: 'api',
      program: mainOf('api'),
      env: {
        ...common,
        ...demoSettings,
        PORT: String(config.port),
        API_FOLDER: join(config.home, 'api'),
        LEDGER_POLICY: join(config.sealerFolder, 'policy.txt'),
      },
    },
    { name: 'worker', program: mainOf('worker'), env: common },
    ...sealingPrograms(config, urls.sealer, inherited),
  ];
}

/** The sealer has its own database role and sees no other; the witness sees none. Without the role's address nothing is sealed here. */
function sealingPrograms(config: CliConfig, sealerUrl: string | undefined, inherited: NodeJS.ProcessEnv): Program[] {
  if (sealerUrl === undefined) return [];
  const mail = join(config.home, 'witness-mail');
  return [
    {
      name: 'sealer',
      program: mainOf('sealer'),
      env: {
        ...inherited,
        ...pick(['SEALER_ORIGIN']),
        SEALER_DATABASE_URL: sealerUrl,
        SEALER_FOLDER: config.sealerFolder,
        SEALER_RECEIPT_VKEY: join(config.home, 'api', 'receipt.vkey'),
        SEALER_WITNESS_MAIL: mail,
      },
      mayRefuse: true,
    },
    {
      name: 'witness',
      program: fileURLToPath(new URL('../witness/main.js', import.meta.url)),
      env: {
        ...inherited,
        WITNESS_FOLDER: join(config.home, 'witness'),
        WITNESS_MAIL: mail,
        WITNESS_POLICY: join(config.sealerFolder, 'policy.txt'),
      },
    },
  ];
}

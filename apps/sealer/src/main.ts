import { DEFAULT_LEDGER_ORIGIN } from '@proofdesk/persistence';
import { startSealer, type SealLog } from '@proofdesk/sealing';
import { readConfig, type SealerConfig } from './config.js';

/** Exit status that says: do not start me again, a human being must look. */
const REFUSES = 3;

const rank = { error: 0, warn: 1, info: 2, debug: 3 } as const;

/** One line, one JSON object. */
function logTo(least: keyof typeof rank): SealLog {
  return (level, event, fields = {}) => {
    if (rank[level] > rank[least]) return;
    process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
  };
}

async function run(config: SealerConfig): Promise<void> {
  const { databaseUrl: url, logLevel, ...rest } = config;
  const sealer = startSealer({ url, ...rest, firstOrigin: DEFAULT_LEDGER_ORIGIN, log: logTo(logLevel) });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void sealer.stop());
  const fault = await sealer.ended;
  if (fault === null) return;
  process.stderr.write(`The sealer signs nothing: ${fault.code}: ${fault.message}\n`);
  process.exitCode = REFUSES;
}

const config = readConfig();
if (config.ok) {
  await run(config.value);
  // A supervisor's channel would keep the process.
  process.exit();
} else {
  process.stderr.write(`The sealer cannot start:\n${config.faults.map((fault) => `  ${fault}\n`).join('')}`);
  process.exitCode = 2;
}

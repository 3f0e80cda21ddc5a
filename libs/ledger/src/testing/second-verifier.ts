import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('../../testing/verify_bundle.py', import.meta.url));

export interface SecondAnswer {
  readonly id: number;
  readonly ok: boolean;
  readonly step: number;
  readonly message: string;
}

/** What is missing to run the second verifier, in words; undefined where nothing is. */
export function missingForSecondVerifier(): string | undefined {
  const missing = ['python3', 'openssl'].filter(
    (program) => spawnSync(program, [program === 'openssl' ? 'version' : '--version']).status !== 0,
  );
  return missing.length === 0
    ? undefined
    : `the second verifier needs ${missing.join(' and ')}: apt-get install python3 openssl`;
}

/** Asks the second verifier, in Python, about a whole batch in one process. Answers come in the order of the bundles. */
export async function askSecondVerifier(policyText: string, bundles: readonly Uint8Array[]): Promise<SecondAnswer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'proofdesk-policy-'));
  try {
    const policyFile = join(folder, 'policy');
    await writeFile(policyFile, policyText);
    const output = await run(
      policyFile,
      bundles.map((bytes, id) => `${JSON.stringify({ id, bundle: Buffer.from(bytes).toString('base64') })}\n`).join(''),
    );
    return output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as SecondAnswer);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function run(policyFile: string, input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    // -B: no compiled copies beside the script.
    const child = spawn('python3', ['-B', SCRIPT, policyFile]);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve(Buffer.concat(out).toString())
        : reject(new Error(`second verifier ended with ${code}: ${Buffer.concat(err).toString()}`)),
    );
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

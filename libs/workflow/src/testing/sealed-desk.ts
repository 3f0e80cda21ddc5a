import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as crypto from 'node:crypto';
import { nodeCrypto, parsePolicy, type Policy } from '@proofdesk/ledger';
import {
  addCosignature,
  checkpointRequest,
  connect,
  Guard,
  guardFolder,
  keyFolder,
  LogSealer,
  openLog,
  Witness,
} from '@proofdesk/sealing';
import { type TestDesk } from './test-desk.js';

const ORIGIN = 'proofdesk.local/1';

/** The sealer and a witness of a desk, run by hand. */
export class SealedDesk {
  readonly #folder = mkdtempSync(join(tmpdir(), 'proofdesk-sealed-'));
  #policyText = '';

  constructor(private readonly desk: TestDesk) {}

  /** Seals what there is, has the newest checkpoint cosigned, and answers with the policy that names both keys. */
  async seal(): Promise<Policy> {
    const sql = await connect(this.desk.database.url('sealer'), 'spec');
    try {
      const log = await openLog(sql, Guard.open(guardFolder(this.#folder)), keyFolder(this.#folder), ORIGIN);
      const sealer = new LogSealer(sql, Guard.open(guardFolder(this.#folder)), log);
      while ((await sealer.seal()).entries > 0);
      const witness = Witness.open(join(this.#folder, 'witness'), 'witness.example/w');
      this.#policyText = `log ${log.key.vkey}\nwitness w ${witness.vkey}\nquorum w\n`;
      const policy = await this.policy();
      const request = await checkpointRequest(sql, this.#seen);
      if (!request.ok) throw new Error(request.refusal.message);
      const cosigned = await witness.cosign(request.value.text, policy);
      if (!cosigned.ok) throw new Error(cosigned.message);
      this.#seen = cosigned.checkpoint.size;
      this.witnessed = cosigned.note;
      await addCosignature(sql, cosigned.line, policy);
      return policy;
    } finally {
      await sql.end();
    }
  }

  #seen = 0;
  /** What the witness keeps. */
  witnessed = '';

  async policy(): Promise<Policy> {
    const parsed = await parsePolicy(this.#policyText, nodeCrypto(crypto));
    if (!parsed.ok) throw new Error(parsed.refusal.message);
    return parsed.value;
  }

  /** What the second verifier, in Python, says of some bundles: one process for all. */
  async askSecondVerifier(bundles: readonly Uint8Array[]): Promise<{ ok: boolean; step: number; message: string }[]> {
    const script = join(import.meta.dirname, '../../../ledger/testing/verify_bundle.py');
    const policyFile = join(this.#folder, 'policy.txt');
    writeFileSync(policyFile, this.#policyText);
    const child = spawn('python3', ['-B', script, policyFile], { stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdin.end(
      bundles.map((bytes, id) => `${JSON.stringify({ id, bundle: Buffer.from(bytes).toString('base64') })}\n`).join(''),
    );
    let output = '';
    for await (const chunk of child.stdout) output += String(chunk);
    return output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { ok: boolean; step: number; message: string });
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

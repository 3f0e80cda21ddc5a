import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database, DEFAULT_LEDGER_ORIGIN } from '@proofdesk/persistence';
import { answerMail, openReceiptKey, readPolicy, startSealer, Witness, WitnessMail } from '@proofdesk/sealing';
import { createTestDatabase } from '@proofdesk/testing';
import { Client as Postgres } from 'pg';
import { LedgerFiles } from '../ledger-files.js';
import { type ServedDesk, serveDesk } from './desk.js';

/** A served desk with a sealer, and a witness beside it, at work. */
export interface SealedDesk extends ServedDesk {
  /** A connection that may do everything. */
  readonly superuser: Postgres;
  readonly policyFile: string;
  /** Waits until `is`, at most ten seconds. */
  until(is: () => Promise<boolean>): Promise<void>;
  stopSealing(): Promise<void>;
}

export async function serveSealedDesk(): Promise<SealedDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'proofdesk-sealed-'));
  const policyFile = join(folder, 'sealer', 'policy.txt');
  openReceiptKey(join(folder, 'api'));
  const database = await createTestDatabase();
  const db = await Database.open({ url: database.url('app') });
  const files = LedgerFiles.open(
    { policyFile, folder: join(folder, 'api') },
    await db.read((unit) => unit.view.ledgerHealth.fingerprint()),
  );
  await db.close();
  const desk = await serveDesk({ policyFile }, { files }, database);
  const stop = seal(database.url('sealer'), folder);
  const superuser = new Postgres({ connectionString: database.url('superuser') });
  await superuser.connect();
  return {
    ...desk,
    superuser,
    policyFile,
    until,
    stopSealing: stop,
    close: async () => {
      await stop();
      await superuser.end();
      await desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts both; answers with the way to stop them. */
function seal(url: string, folder: string): () => Promise<void> {
  const mailFolder = join(folder, 'mail');
  const mail = new WitnessMail(mailFolder);
  const witness = Witness.open(join(folder, 'witness'), 'proofdesk.local/witness');
  mail.sendVerifierKey(witness.vkey);
  const sealer = startSealer({
    url,
    folder: join(folder, 'sealer'),
    origin: DEFAULT_LEDGER_ORIGIN,
    receiptKeyFile: join(folder, 'api', 'receipt.vkey'),
    witnessMail: mailFolder,
    log: () => undefined,
  });
  let answered: string | undefined;
  let isRunning = true;
  const watching = (async () => {
    while (isRunning) {
      const policy = await readPolicy(join(folder, 'sealer', 'policy.txt')).catch(() => null);
      if (policy !== null) answered = (await answerMail(mail, witness, policy, answered))?.request ?? answered;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  return async () => {
    isRunning = false;
    await Promise.all([sealer.stop(), watching]);
  };
}

async function until(is: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await is()); tries++) {
    if (tries > 100) throw new Error('it did not come about within ten seconds');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

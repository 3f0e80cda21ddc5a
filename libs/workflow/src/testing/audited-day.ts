import * as crypto from 'node:crypto';
import { exportBundle, fsck, type FsckReport } from '@proofdesk/auditing';
import { decisionRules, type Findings, nodeCrypto, type Policy, verifyBundle } from '@proofdesk/ledger';
import { Client } from 'pg';
import { busyDay, type BusyDay } from './busy-day.js';
import { openTestDesk, type TestDesk } from './test-desk.js';
import { SealedDesk } from './sealed-desk.js';

const node = nodeCrypto(crypto);

/** A desk on which a day's work was done and sealed, with what an auditor would do about it. Close it after use. */
export class AuditedDay {
  private constructor(
    readonly desk: TestDesk,
    readonly sealed: SealedDesk,
    readonly day: BusyDay,
    /** A superuser, who may read and break everything. */
    readonly root: Client,
    public policy: Policy,
  ) {}

  static async open(): Promise<AuditedDay> {
    const desk = await openTestDesk();
    const sealed = new SealedDesk(desk);
    const day = await busyDay(desk);
    const policy = await sealed.seal();
    const root = new Client({ connectionString: desk.database.url('superuser') });
    await root.connect();
    return new AuditedDay(desk, sealed, day, root, policy);
  }

  async close(): Promise<void> {
    await this.root.end();
    this.sealed.remove();
    await this.desk.close();
  }

  /** Seals what was added since. */
  async seal(): Promise<void> {
    this.policy = await this.sealed.seal();
  }

  audit(role: 'app' | 'auditor' = 'app'): Promise<FsckReport> {
    const { desk, policy, sealed } = this;
    return fsck({ url: desk.database.url(role), policy, outside: [sealed.witnessed], deep: true });
  }

  async bundle(id: string, disclose: 'public' | 'all' | 'none' = 'public'): Promise<Uint8Array> {
    const { desk, policy } = this;
    const exported = await exportBundle(desk.database.url('auditor'), id, { policy, disclose });
    if (!exported.ok) throw new Error(exported.refusal.message);
    return exported.value.bytes;
  }

  verify(bytes: Uint8Array): Promise<Findings> {
    return verifyBundle(bytes, this.policy, node, decisionRules);
  }
}

import { readFileSync } from 'node:fs';
import { type AuditFinding, fsck, type FsckReport, placeOf, splitNotes } from '@proofdesk/auditing';
import { toHex } from '@proofdesk/ledger';
import { readConfig } from '../config.js';
import { withDatabaseUrl } from '../running-database.js';
import { policyOr } from './read-policy.js';

export interface FsckCommand {
  policy?: string;
  receipts?: string[];
  checkpoints?: string[];
  fingerprint?: string;
  deep?: boolean;
  json?: boolean;
}

/**
 * Checks the whole database and prints what was seen. What keeps it from looking must not pass for "nothing found", nor
 * for a fault of the ledger.
 * @returns the exit status: 0 no fault, 1 faults, 2 it could not be looked at
 */
export async function runFsck(options: FsckCommand): Promise<0 | 1 | 2> {
  try {
    return (await look(options)) ? 0 : 1;
  } catch (error) {
    process.stderr.write(`proofdesk: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

async function look(options: FsckCommand): Promise<boolean> {
  const config = readConfig();
  const notes = (files: readonly string[] = []): string[] =>
    files.flatMap((file) => splitNotes(readFileSync(file, 'utf8')));
  const policy = await policyOr(options.policy, config.sealerFolder);
  const report = await fsck({
    url: await withDatabaseUrl('app', config),
    receipts: notes(options.receipts),
    outside: notes(options.checkpoints),
    deep: options.deep ?? false,
    ...(policy && { policy }),
    ...(options.fingerprint !== undefined && { fingerprint: options.fingerprint }),
    ...(process.stderr.isTTY && { onProgress: (entries) => void process.stderr.write(`\r${entries} entries`) }),
  });
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  process.stdout.write(options.json === true ? `${inJson(report)}\n` : inWords(report, options, policy !== undefined));
  return report.ok;
}

function inJson(report: FsckReport): string {
  return JSON.stringify({ ...report, logs: report.logs.map((log) => ({ ...log, root: toHex(log.root) })) });
}

function inWords(report: FsckReport, options: FsckCommand, hasPolicy: boolean): string {
  const { entries, streams, unsealed, oldestUnsealed, receipts, payloads, findings, count, fingerprint } = report;
  const seconds = (report.milliseconds / 1000).toFixed(1);
  const lines = [
    `${entries} entries in ${streams} streams, ${payloads} texts in the vault, checked in ${seconds} s`,
    ...report.logs.map(
      (log) =>
        `log ${log.origin}: ${log.size} leaves, ${log.checkpoints} checkpoints, signed up to ${log.signedSize}, ` +
        (log.cosigned === null
          ? 'cosigned by nobody'
          : `cosigned up to ${log.cosigned.size} by ${log.cosigned.witnesses.join(', ')}`),
    ),
    ...(unsealed > 0
      ? [`${unsealed} entries wait to be sealed, the oldest since ${Math.round(oldestUnsealed ?? 0)} s`]
      : []),
    `${receipts.kept} receipts kept, ${receipts.pending} not due yet`,
    `fingerprint of the barriers: ${fingerprint}`,
    ...findings.map(inLine),
    ...(count > findings.length ? [`… and ${count - findings.length} more`] : []),
    report.ok
      ? 'No fault found.'
      : `${count} faults; the first: ${findings[0] === undefined ? '' : placeOf(findings[0])}`,
    ...notLookedAt(options, hasPolicy).map((what) => `Not looked at: ${what}`),
  ];
  return `${lines.join('\n')}\n`;
}

const inLine = (finding: AuditFinding): string =>
  `✗ ${finding.code} ${placeOf(finding)}: ${finding.message}`.replace(/ : /, ': ');

function notLookedAt({ policy, receipts, checkpoints }: FsckCommand, hasPolicy: boolean): string[] {
  return [
    ...(hasPolicy ? [] : ['signatures, for want of a policy.']),
    ...(hasPolicy && policy === undefined
      ? ['whether the keys are the right ones: the policy is the desk’s own.']
      : []),
    ...(checkpoints === undefined
      ? ['whether the whole log was rolled back or rewritten with its key: give --checkpoints that a witness holds.']
      : []),
    ...(receipts === undefined
      ? ['whether what is not sealed yet was changed or dropped: give --receipts that people kept.']
      : []),
  ];
}

import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { newestMigration } from '@proofdesk/persistence';
import { type LedgerWatch } from '@proofdesk/workflow';
import { type ApiConfig } from './config.js';

const FILE = 'ledger-barriers.json';

/**
 * What is known about the ledger outside the database: the sealer's policy, and the fingerprint of the barriers. The
 * fingerprint is noted when this build's migrations first meet the database, one note for each newest migration, so that an
 * upgrade may change the barriers and nobody else. (Who rules the database cannot touch this folder, or the design of the
 * house is given up anyway.)
 */
export class LedgerFiles {
  private constructor(
    private readonly policyFile: string,
    private readonly noted: string | null,
  ) {}

  /** Where nothing is noted, nothing is compared. */
  static withoutNote({ policyFile }: Pick<ApiConfig, 'policyFile'>): LedgerFiles {
    return new LedgerFiles(policyFile, null);
  }

  /** Reads the note of this build's newest migration, or makes it. @param now the fingerprint as the database tells it */
  static open({ policyFile, folder }: Pick<ApiConfig, 'policyFile' | 'folder'>, now: string): LedgerFiles {
    const path = join(folder, FILE);
    const notes = readNotes(path);
    const migration = newestMigration();
    const noted = notes[migration] ?? now;
    if (notes[migration] === undefined) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(path, `${JSON.stringify({ ...notes, [migration]: now }, null, 2)}\n`, { mode: 0o600 });
    }
    return new LedgerFiles(policyFile, noted);
  }

  /** The policy as it lies there now: the sealer writes it anew when a key comes. */
  watch(): LedgerWatch {
    return { policy: textOf(this.policyFile), notedFingerprint: this.noted };
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function readNotes(path: string): Record<string, string> {
  const text = textOf(path);
  return text === null ? {} : (JSON.parse(text) as Record<string, string>);
}

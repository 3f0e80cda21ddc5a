import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Policy } from '@proofdesk/ledger';
import { disk, readIfThere, replaceFile } from '../disk/disk.js';
import { type Cosigned, type Witness } from './witness.js';

/** What a witness answered: a signature line for a checkpoint, or the status of c2sp.org/tlog-witness and the size it saw. */
export interface WitnessAnswer {
  readonly status: number;
  readonly seen: number;
  readonly body: string;
}

/**
 * Two files in a folder between the sealer and the witness beside it, each written by one side only. The witness has neither
 * database nor network.
 */
export class WitnessMail {
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  sendRequest(request: string): void {
    replaceFile(this.folder, 'request', request, 0o644);
  }

  readRequest(): string | undefined {
    return readIfThere(join(this.folder, 'request'), disk);
  }

  sendAnswer(cosigned: Cosigned): void {
    const [status, seen, body] = cosigned.ok
      ? [200, cosigned.checkpoint.size, cosigned.line]
      : [cosigned.status, cosigned.seen, `${cosigned.message}\n`];
    replaceFile(this.folder, 'answer', `${status} ${seen}\n${body}`, 0o644);
  }

  readAnswer(): WitnessAnswer | undefined {
    const text = readIfThere(join(this.folder, 'answer'), disk);
    const [, status, seen, body = ''] = /^(\d{3}) (\d{1,16})\n([^]*)$/.exec(text ?? '') ?? [];
    return status === undefined ? undefined : { status: Number(status), seen: Number(seen), body };
  }

  /** The witness's verifier key, for the policy. */
  sendVerifierKey(vkey: string): void {
    replaceFile(this.folder, 'witness.vkey', `${vkey}\n`, 0o644);
  }

  get verifierKeyPath(): string {
    return join(this.folder, 'witness.vkey');
  }
}

/** Answers the newest request if it is a new one. @returns what was answered, undefined where nothing was asked */
export async function answerMail(
  mail: WitnessMail,
  witness: Witness,
  policy: Pick<Policy, 'logs'>,
  answered: string | undefined,
): Promise<{ readonly request: string; readonly cosigned: Cosigned } | undefined> {
  const request = mail.readRequest();
  if (request === undefined || request === answered) return undefined;
  const cosigned = await witness.cosign(request, policy);
  mail.sendAnswer(cosigned);
  return { request, cosigned };
}

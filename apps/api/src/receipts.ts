import { Inject, Injectable } from '@nestjs/common';
import { decodeEntry, parseStreamETag } from '@proofdesk/ledger';
import { type ReceiptSigner } from '@proofdesk/sealing';
import { type Answer, type Desk } from '@proofdesk/workflow';
import { type FastifyRequest } from 'fastify';
import { describe, type JsonLog } from './json-log.js';
import { DESK, LOG, RECEIPTS } from './tokens.js';

export const RECEIPT_HEADER = 'proofdesk-receipt';

/**
 * Signs the promise that goes with the answer to a decision: that its entry will be in the tree within a minute. It is made after the
 * transaction is committed, since one that is rolled back could not keep it; the same decision asked for again gets the
 * same receipt, because it is computed from the entry alone.
 */
@Injectable()
export class Receipts {
  constructor(
    @Inject(DESK) private readonly desk: Desk,
    @Inject(RECEIPTS) private readonly signer: ReceiptSigner | null,
    @Inject(LOG) private readonly log: JsonLog,
  ) {}

  /** The receipt as the header carries it, base64; null where nothing was decided on an assertion. */
  async forDecision(request: FastifyRequest, { status, etag }: Answer): Promise<string | null> {
    const tag = etag === null ? undefined : parseStreamETag(etag);
    const { assertionId: stream } = request.params as { assertionId?: string };
    if (this.signer === null || status >= 400 || tag === undefined || stream === undefined) return null;
    try {
      return await this.sign(this.signer, stream, tag.seq);
    } catch (error) {
      // The decision is made and stays made; its receipt comes when the request is repeated.
      this.log.line('warn', 'receipt.failed', { stream, seq: tag.seq, error: describe(error) });
      return null;
    }
  }

  private async sign(signer: ReceiptSigner, stream: string, seq: number): Promise<string | null> {
    const entry = await this.desk.db.read((unit) => unit.view.ledger.find(stream, seq));
    const decoded = entry === null ? undefined : decodeEntry(Buffer.from(entry.body, 'utf8'));
    if (entry === null || decoded?.ok !== true) return null;
    const { origin, at } = decoded.value;
    return Buffer.from(signer.sign({ origin, stream, seq, leaf: entry.leaf, at }), 'utf8').toString('base64');
  }
}

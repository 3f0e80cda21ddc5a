import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { exportEntries } from '@proofdesk/auditing';
import {
  type Erase,
  type LedgerCheckpoint,
  type LedgerExportQuery,
  type LedgerHealth,
  type LedgerPolicy,
  checkpointPageSchema,
  eraseSchema,
  erasedSchema,
  idSchema,
  ledgerExportQuerySchema,
  ledgerHealthSchema,
  ledgerPolicySchema,
  pageQuerySchema,
} from '@proofdesk/contract';
import {
  type Actor,
  type Desk,
  type Page,
  type PageRequest,
  erasePayload,
  listCheckpoints,
  permitProof,
  readLedgerHealth,
  readLedgerPolicy,
  recordExport,
} from '@proofdesk/workflow';
import { type FastifyReply } from 'fastify';
import { type ApiConfig } from '../config.js';
import { Needs } from '../guards/session.guard.js';
import { unwrap } from '../http/problem.js';
import { Who } from '../http/request.js';
import { LedgerFiles } from '../ledger-files.js';
import { fileAnswer, operation } from '../openapi/answers.js';
import { bundleOf } from '../proof-bundle.js';
import { CONFIG, DESK } from '../tokens.js';

const types = { jsonl: 'application/jsonl; charset=utf-8', csv: 'text/csv; charset=utf-8; header=present' };

/** What the ledger proves, and whether it stands. The entries themselves are listed with the other records. */
@ApiTags('ledger')
@Controller('api/v1')
export class LedgerController {
  constructor(
    @Inject(DESK) private readonly desk: Desk,
    @Inject(CONFIG) private readonly config: ApiConfig,
    @Inject(LedgerFiles) private readonly files: LedgerFiles,
  ) {}

  @Get('ledger/checkpoints')
  @Needs('audit.read')
  @operation('listCheckpoints', 'What the sealer signed and witnesses cosigned, the newest first', {
    schema: checkpointPageSchema,
  })
  async checkpoints(
    @Who() who: Actor,
    @Query({ schema: pageQuerySchema }) query: PageRequest,
  ): Promise<Page<LedgerCheckpoint>> {
    return unwrap(await listCheckpoints(this.desk, who, query));
  }

  @Get('ledger/health')
  @Needs('audit.read')
  @operation('readLedgerHealth', 'A quick look at the ledger: what waits, what was signed and seen, what is wrong', {
    schema: ledgerHealthSchema,
  })
  async health(@Who() who: Actor): Promise<LedgerHealth> {
    return unwrap(await readLedgerHealth(this.desk, who, this.files.watch()));
  }

  @Get('ledger/policy')
  @Needs('policy.read')
  @operation('readLedgerPolicy', 'Whom a verifier of this ledger believes', { schema: ledgerPolicySchema })
  async policy(@Who() who: Actor): Promise<LedgerPolicy> {
    return unwrap(await readLedgerPolicy(who, this.files.watch().policy));
  }

  @Get('ledger/export')
  @Needs('audit.export')
  @fileAnswer('application/jsonl', 'text/csv')
  @operation('exportLedger', 'The decision history, the oldest entry first, of any size; the export is recorded')
  async export(
    @Who() who: Actor,
    @Query({ schema: ledgerExportQuerySchema }) query: LedgerExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { stream } = unwrap(await recordExport(this.desk, who, query));
    const { format, ...filter } = query;
    const pieces = Readable.from(exportEntries(this.config.databaseUrl, filter, format), { objectMode: true });
    await reply
      .header('content-type', types[format])
      .header('content-disposition', `attachment; filename="ledger-${stream}.${format}"`)
      .send(pieces);
  }

  @Post('ledger/erase')
  @Needs('payload.erase')
  @HttpCode(200)
  @operation('erasePayload', 'Erases what somebody wrote; the record and all proofs stay', { schema: erasedSchema })
  async erase(@Who() who: Actor, @Body({ schema: eraseSchema }) body: Erase): Promise<{ readonly seq: number }> {
    return unwrap(await erasePayload(this.desk, who, body));
  }

  @Get('review-tasks/:assertionId/proof')
  @Needs('proof.read')
  @fileAnswer('application/json')
  @operation('readProof', 'The proof bundle of one history (docs/ledger-format.md §6), to be verified anywhere')
  async proof(
    @Who() who: Actor,
    @Param('assertionId', { schema: idSchema }) assertionId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    unwrap(await permitProof(this.desk, who, { assertionId }));
    const bytes = await bundleOf(this.config.databaseUrl, assertionId, this.files.watch().policy);
    await reply
      .header('content-type', 'application/json')
      .header('content-disposition', `attachment; filename="${assertionId}.factproof.json"`)
      .send(bytes);
  }
}

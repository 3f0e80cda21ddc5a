import { Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type LedgerEntry,
  type LedgerQuery,
  type Notification,
  type PublicationSummary,
  ledgerPageSchema,
  ledgerQuerySchema,
  notificationPageSchema,
  pageQuerySchema,
  publicationPageSchema,
} from '@proofdesk/contract';
import {
  type Actor,
  type Desk,
  type Page,
  type PageRequest,
  listLedgerEntries,
  listNotifications,
  listPublications,
  markNotificationsRead,
} from '@proofdesk/workflow';
import { z } from 'zod';
import { Needs, Public } from '../guards/session.guard.js';
import { unwrap } from '../http/problem.js';
import { Who } from '../http/request.js';
import { operation } from '../openapi/answers.js';
import { DESK } from '../tokens.js';

const markedSchema = z.strictObject({ marked: z.int() }).meta({ id: 'Marked' });

/** What was published, what was decided, and what each person is told of it. */
@ApiTags('records')
@Controller('api/v1')
export class RecordsController {
  constructor(@Inject(DESK) private readonly desk: Desk) {}

  @Get('publications')
  @Public()
  @operation('listPublications', 'Published verdicts, the newest first', { schema: publicationPageSchema })
  async publications(@Query({ schema: pageQuerySchema }) query: PageRequest): Promise<Page<PublicationSummary>> {
    return unwrap(await listPublications(this.desk, query));
  }

  @Get('ledger/entries')
  @Needs('audit.read')
  @operation('listLedgerEntries', 'Every decision, the newest first', { schema: ledgerPageSchema })
  async entries(
    @Who() who: Actor,
    @Query({ schema: ledgerQuerySchema }) query: LedgerQuery,
  ): Promise<Page<LedgerEntry>> {
    return unwrap(await listLedgerEntries(this.desk, who, query));
  }

  @Get('notifications')
  @Needs('notification.read')
  @operation('listNotifications', 'What the person should know', { schema: notificationPageSchema })
  async notifications(
    @Who() who: Actor,
    @Query({ schema: pageQuerySchema }) query: PageRequest,
  ): Promise<Page<Notification>> {
    return unwrap(await listNotifications(this.desk, who, query));
  }

  @Post('notifications/read')
  @Needs('notification.read')
  @HttpCode(200)
  @operation('markNotificationsRead', 'Marks all as read', { schema: markedSchema })
  async read(@Who() who: Actor): Promise<{ readonly marked: number }> {
    return unwrap(await markNotificationsRead(this.desk, who));
  }
}

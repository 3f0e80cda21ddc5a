import { Body, Controller, Get, Inject, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type AssertionSummary,
  type LedgerEntry,
  type ReviewTaskCounts,
  type ReviewTaskQuery,
  type TakeNext,
  holdSchema,
  idSchema,
  ledgerPageSchema,
  pageQuerySchema,
  reviewTaskCountsSchema,
  reviewTaskPageSchema,
  reviewTaskQuerySchema,
  reviewTaskSchema,
  saveDraftSchema,
  takeNextSchema,
} from '@proofdesk/contract';
import {
  type Actor,
  type Desk,
  type Held,
  type Page,
  type PageRequest,
  countReviewTasks,
  leaseTask,
  listReviewTasks,
  readHistory,
  readReviewTask,
  renewLease,
  saveDraft,
  takeNextTask,
} from '@proofdesk/workflow';
import { type FastifyReply } from 'fastify';
import { type z } from 'zod';
import { Needs } from '../guards/session.guard.js';
import { unwrap } from '../http/problem.js';
import { Who } from '../http/request.js';
import { sendTask } from '../http/send-task.js';
import { operation } from '../openapi/answers.js';
import { DESK } from '../tokens.js';

const countQuerySchema = reviewTaskQuerySchema.omit({ after: true, limit: true });
type Draft = z.infer<typeof saveDraftSchema>;

/** Reading the people's queue, and holding one task of it. Decisions are next door. */
@ApiTags('review tasks')
@Controller('api/v1/review-tasks')
export class ReviewTasksController {
  constructor(@Inject(DESK) private readonly desk: Desk) {}

  @Get()
  @Needs('task.list')
  @operation('listReviewTasks', 'Review tasks: risk first, then check-worthiness, then age', {
    schema: reviewTaskPageSchema,
  })
  async list(
    @Who() who: Actor,
    @Query({ schema: reviewTaskQuerySchema }) query: ReviewTaskQuery,
  ): Promise<Page<AssertionSummary>> {
    return unwrap(await listReviewTasks(this.desk, who, query));
  }

  @Get('counts')
  @Needs('task.list')
  @operation('countReviewTasks', 'How many there are, by state, sourcing and risk', { schema: reviewTaskCountsSchema })
  async count(
    @Who() who: Actor,
    @Query({ schema: countQuerySchema }) query: z.infer<typeof countQuerySchema>,
  ): Promise<ReviewTaskCounts> {
    return unwrap(await countReviewTasks(this.desk, who, query));
  }

  @Post('take-next')
  @Needs('task.take_next')
  @operation('takeNextTask', 'Leases the first task that the person may check; 204 where none waits', {
    schema: reviewTaskSchema,
  })
  async takeNext(
    @Who() who: Actor,
    @Body({ schema: takeNextSchema }) body: TakeNext,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await takeNextTask(this.desk, who, body);
    if (!taken.ok && taken.refusal.code === 'task.none_available') void reply.status(204).send();
    else sendTask(reply, unwrap(taken));
  }

  @Get(':assertionId')
  @operation('readReviewTask', 'One review task with all that is needed to decide', { schema: reviewTaskSchema })
  async read(
    @Who() who: Actor,
    @Param('assertionId', { schema: idSchema }) assertionId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendTask(reply, unwrap(await readReviewTask(this.desk, who, { assertionId })));
  }

  @Get(':assertionId/history')
  @operation('readHistory', 'The whole history of one assertion, the oldest entry first', { schema: ledgerPageSchema })
  async history(
    @Who() who: Actor,
    @Param('assertionId', { schema: idSchema }) assertionId: string,
    @Query({ schema: pageQuerySchema }) query: PageRequest,
  ): Promise<Page<LedgerEntry>> {
    return unwrap(await readHistory(this.desk, who, { assertionId, ...query }));
  }

  @Post(':assertionId/lease')
  @operation('leaseTask', 'Takes a waiting task for five minutes', { schema: reviewTaskSchema })
  async lease(
    @Who() who: Actor,
    @Param('assertionId', { schema: idSchema }) assertionId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendTask(reply, unwrap(await leaseTask(this.desk, who, { assertionId })));
  }

  @Post(':assertionId/lease/renew')
  @operation('renewLease', 'Holds on for another five minutes', { schema: reviewTaskSchema })
  async renew(
    @Who() who: Actor,
    @Param('assertionId', { schema: idSchema }) assertionId: string,
    @Body({ schema: holdSchema }) body: Held,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendTask(reply, unwrap(await renewLease(this.desk, who, { assertionId, ...body })));
  }

  @Put(':assertionId/draft')
  @operation('saveDraft', 'Keeps an unfinished verdict; it outlives the lease', { schema: reviewTaskSchema })
  async draft(
    @Who() who: Actor,
    @Param('assertionId', { schema: idSchema }) assertionId: string,
    @Body({ schema: saveDraftSchema }) body: Draft,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendTask(reply, unwrap(await saveDraft(this.desk, who, { assertionId, ...body })));
  }
}

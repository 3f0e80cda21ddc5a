import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  blockSchema,
  dismissSchema,
  holdSchema,
  relabelSchema,
  requeueSchema,
  takeOverSchema,
  idSchema,
  reviewTaskSchema,
} from '@proofdesk/contract';
import {
  blockTask,
  dismissAssertion,
  relabelAssertion,
  releaseLease,
  requeueAssertion,
  takeOverLease,
  unblockTask,
} from '@proofdesk/workflow';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type z } from 'zod';
import { Decider } from '../decider.js';
import { decisionHeaders, operation } from '../openapi/answers.js';

type Sent<T extends z.ZodType> = z.infer<T>;

/** The holder sends the token of the lease; an editor needs none. */
const unblockSchema = holdSchema.partial().meta({ id: 'Unblock' });

/** Decisions on the task itself: each needs If-Match and an Idempotency-Key and answers the fresh task. */
@ApiTags('review tasks')
@Controller('api/v1/review-tasks/:assertionId')
export class TaskDecisionsController {
  constructor(@Inject(Decider) private readonly decider: Decider) {}

  @Post('lease/release')
  @decisionHeaders()
  @operation('releaseLease', 'Puts the task back; the draft is kept', { schema: reviewTaskSchema })
  async release(
    @Param('assertionId', { schema: idSchema }) assertionId: string,
    @Body({ schema: holdSchema }) body: Sent<typeof holdSchema>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.decider.onTask(request, reply, (desk, who, ifMatch) =>
      releaseLease(desk, who, { assertionId, ...ifMatch, ...body }),
    );
  }

  @Post('lease/take-over')
  @decisionHeaders()
  @operation('takeOverLease', 'Takes the task away from its holder and back into the queue', {
    schema: reviewTaskSchema,
  })
  async takeOver(
    @Param('assertionId', { schema: idSchema }) assertionId: string,
    @Body({ schema: takeOverSchema }) body: Sent<typeof takeOverSchema>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.decider.onTask(request, reply, (desk, who, ifMatch) =>
      takeOverLease(desk, who, { assertionId, ...ifMatch, ...body }),
    );
  }

  @Post('dismiss')
  @decisionHeaders()
  @operation('dismissAssertion', 'Takes the assertion out of the queue, with a reason', { schema: reviewTaskSchema })
  async dismiss(
    @Param('assertionId', { schema: idSchema }) assertionId: string,
    @Body({ schema: dismissSchema }) body: Sent<typeof dismissSchema>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.decider.onTask(request, reply, (desk, who, ifMatch) =>
      dismissAssertion(desk, who, { assertionId, ...ifMatch, ...body }),
    );
  }

  @Post('requeue')
  @decisionHeaders()
  @operation('requeueAssertion', 'Pulls the assertion back into the queue', { schema: reviewTaskSchema })
  async requeue(
    @Param('assertionId', { schema: idSchema }) assertionId: string,
    @Body({ schema: requeueSchema }) body: Sent<typeof requeueSchema>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.decider.onTask(request, reply, (desk, who, ifMatch) =>
      requeueAssertion(desk, who, { assertionId, ...ifMatch, ...body }),
    );
  }

  @Post('block')
  @decisionHeaders()
  @operation('blockTask', 'Sets the task aside until a source or a reply comes', { schema: reviewTaskSchema })
  async block(
    @Param('assertionId', { schema: idSchema }) assertionId: string,
    @Body({ schema: blockSchema }) body: Sent<typeof blockSchema>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.decider.onTask(request, reply, (desk, who, ifMatch) =>
      blockTask(desk, who, { assertionId, ...ifMatch, ...body }),
    );
  }

  @Post('unblock')
  @decisionHeaders()
  @operation('unblockTask', 'Takes the task up again', { schema: reviewTaskSchema })
  async unblock(
    @Param('assertionId', { schema: idSchema }) assertionId: string,
    @Body({ schema: unblockSchema }) body: Sent<typeof unblockSchema>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.decider.onTask(request, reply, (desk, who, ifMatch) =>
      unblockTask(desk, who, { assertionId, ...ifMatch, ...body }),
    );
  }

  @Post('relabel')
  @decisionHeaders()
  @operation('relabelAssertion', 'Corrects sourcing, kind or allegation; the machine’s label stays beside it', {
    schema: reviewTaskSchema,
  })
  async relabel(
    @Param('assertionId', { schema: idSchema }) assertionId: string,
    @Body({ schema: relabelSchema }) body: Sent<typeof relabelSchema>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.decider.onTask(request, reply, (desk, who, ifMatch) =>
      relabelAssertion(desk, who, { assertionId, ...ifMatch, ...body }),
    );
  }
}

import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  approveVerdictSchema,
  attachEvidenceSchema,
  proposeVerdictSchema,
  publishVerdictSchema,
  retractVerdictSchema,
  returnVerdictSchema,
  withdrawEvidenceSchema,
  idSchema,
  reviewTaskSchema,
} from '@proofdesk/contract';
import {
  approveVerdict,
  attachEvidence,
  proposeVerdict,
  publishVerdict,
  retractVerdict,
  returnVerdict,
  withdrawEvidence,
} from '@proofdesk/workflow';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type z } from 'zod';
import { Decider } from '../decider.js';
import { decisionHeaders, operation } from '../openapi/answers.js';

type Sent<T extends z.ZodType> = z.infer<T>;

/** From evidence to publication: each step needs If-Match and an Idempotency-Key and answers the fresh task. */
@ApiTags('verdicts')
@Controller('api/v1/review-tasks/:assertionId')
export class VerdictsController {
  constructor(@Inject(Decider) private readonly decider: Decider) {}

  @Post('evidence')
  @decisionHeaders()
  @operation('attachEvidence', 'Attaches a piece of evidence', { schema: reviewTaskSchema })
  async attach(
    @Param('assertionId', { schema: idSchema }) assertionId: string,
    @Body({ schema: attachEvidenceSchema }) body: Sent<typeof attachEvidenceSchema>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.decider.onTask(request, reply, (desk, who, ifMatch) =>
      attachEvidence(desk, who, { assertionId, ...ifMatch, ...body }),
    );
  }

  @Post('evidence/:evidenceId/withdraw')
  @decisionHeaders()
  @operation('withdrawEvidence', 'Withdraws a piece of evidence, with a reason', { schema: reviewTaskSchema })
  async withdraw(
    @Param('assertionId', { schema: idSchema }) assertionId: string,
    @Param('evidenceId', { schema: idSchema }) evidenceId: string,
    @Body({ schema: withdrawEvidenceSchema }) body: Sent<typeof withdrawEvidenceSchema>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.decider.onTask(request, reply, (desk, who, ifMatch) =>
      withdrawEvidence(desk, who, { assertionId, evidenceId, ...ifMatch, ...body }),
    );
  }

  @Post('verdict')
  @decisionHeaders()
  @operation('proposeVerdict', 'Proposes a verdict', { schema: reviewTaskSchema })
  async propose(
    @Param('assertionId', { schema: idSchema }) assertionId: string,
    @Body({ schema: proposeVerdictSchema }) body: Sent<typeof proposeVerdictSchema>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.decider.onTask(request, reply, (desk, who, ifMatch) =>
      proposeVerdict(desk, who, { assertionId, ...ifMatch, ...body }),
    );
  }

  @Post('approve')
  @decisionHeaders()
  @operation('approveVerdict', 'Approves one version of the verdict', { schema: reviewTaskSchema })
  async approve(
    @Param('assertionId', { schema: idSchema }) assertionId: string,
    @Body({ schema: approveVerdictSchema }) body: Sent<typeof approveVerdictSchema>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.decider.onTask(request, reply, (desk, who, ifMatch) =>
      approveVerdict(desk, who, { assertionId, ...ifMatch, ...body }),
    );
  }

  @Post('return')
  @decisionHeaders()
  @operation('returnVerdict', 'Returns the verdict to its checker, with a reason', { schema: reviewTaskSchema })
  async returnIt(
    @Param('assertionId', { schema: idSchema }) assertionId: string,
    @Body({ schema: returnVerdictSchema }) body: Sent<typeof returnVerdictSchema>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.decider.onTask(request, reply, (desk, who, ifMatch) =>
      returnVerdict(desk, who, { assertionId, ...ifMatch, ...body }),
    );
  }

  @Post('publish')
  @decisionHeaders()
  @operation('publishVerdict', 'Publishes the approved verdict', { schema: reviewTaskSchema })
  async publish(
    @Param('assertionId', { schema: idSchema }) assertionId: string,
    @Body({ schema: publishVerdictSchema }) body: Sent<typeof publishVerdictSchema>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.decider.onTask(request, reply, (desk, who, ifMatch) =>
      publishVerdict(desk, who, { assertionId, ...ifMatch, ...body }),
    );
  }

  @Post('retract')
  @decisionHeaders()
  @operation('retractVerdict', 'Retracts what was published; a second editor must do the same', {
    schema: reviewTaskSchema,
  })
  async retract(
    @Param('assertionId', { schema: idSchema }) assertionId: string,
    @Body({ schema: retractVerdictSchema }) body: Sent<typeof retractVerdictSchema>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.decider.onTask(request, reply, (desk, who, ifMatch) =>
      retractVerdict(desk, who, { assertionId, ...ifMatch, ...body }),
    );
  }
}

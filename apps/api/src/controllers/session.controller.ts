import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Session,
  type SignIn,
  type Welcome,
  sessionSchema,
  signInSchema,
  welcomeSchema,
} from '@proofdesk/contract';
import { type Actor, type Desk, readWelcome, signIn, signOut } from '@proofdesk/workflow';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type ApiConfig } from '../config.js';
import { Public } from '../guards/session.guard.js';
import { unwrap } from '../http/problem.js';
import { Who, sessionRequired } from '../http/request.js';
import { clearSessionCookie, setSessionCookie } from '../http/session-cookie.js';
import { operation } from '../openapi/answers.js';
import { CONFIG, DESK } from '../tokens.js';

@ApiTags('session')
@Controller('api/v1')
export class SessionController {
  constructor(
    @Inject(DESK) private readonly desk: Desk,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {}

  @Get('welcome')
  @Public()
  @operation('readWelcome', 'What the sign-in page may show', { schema: welcomeSchema })
  async welcome(): Promise<Welcome> {
    return unwrap(await readWelcome(this.desk));
  }

  @Post('session')
  @Public()
  @HttpCode(200)
  @operation('signIn', 'Signs in and sets the session cookie', { schema: sessionSchema })
  async signIn(
    @Body({ schema: signInSchema }) body: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const signedIn = unwrap(await signIn(this.desk, { ...body, address: request.ip }));
    setSessionCookie(reply, this.config, signedIn.token, signedIn.session.expiresAt);
    return signedIn.session;
  }

  @Get('session')
  @operation('readSession', 'Who is signed in', { schema: sessionSchema })
  readSession(@Req() request: FastifyRequest): Session {
    if (!request.deskSession) throw sessionRequired();
    return request.deskSession;
  }

  @Delete('session')
  @HttpCode(204)
  @operation('signOut', 'Signs out', { status: 204 })
  async signOut(@Who() who: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    unwrap(await signOut(this.desk, who));
    clearSessionCookie(reply, this.config);
  }
}

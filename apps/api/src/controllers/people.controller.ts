import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type AddPerson,
  type Person,
  addPersonSchema,
  grantRoleSchema,
  idSchema,
  pageQuerySchema,
  personPageSchema,
  personSchema,
  roleSchema,
} from '@proofdesk/contract';
import {
  type Actor,
  type Desk,
  type Page,
  type PageRequest,
  type Role,
  addPerson,
  disableAccount,
  enableAccount,
  grantRole,
  listPeople,
  revokeRole,
} from '@proofdesk/workflow';
import { Needs } from '../guards/session.guard.js';
import { unwrap } from '../http/problem.js';
import { Who } from '../http/request.js';
import { operation } from '../openapi/answers.js';
import { DESK } from '../tokens.js';

@ApiTags('people')
@Controller('api/v1')
export class PeopleController {
  constructor(@Inject(DESK) private readonly desk: Desk) {}

  @Get('people')
  @Needs('people.read')
  @operation('listPeople', 'People, their roles and accounts', { schema: personPageSchema })
  async list(@Who() who: Actor, @Query({ schema: pageQuerySchema }) query: PageRequest): Promise<Page<Person>> {
    return unwrap(await listPeople(this.desk, who, query));
  }

  @Post('people')
  @Needs('people.add')
  @HttpCode(201)
  @operation('addPerson', 'Adds a person, or an account of one', { status: 201, schema: personSchema })
  async add(@Who() who: Actor, @Body({ schema: addPersonSchema }) body: AddPerson): Promise<Person> {
    return unwrap(await addPerson(this.desk, who, body));
  }

  @Post('people/:personId/roles')
  @Needs('role.grant')
  @HttpCode(200)
  @operation('grantRole', 'Grants a role', { schema: personSchema })
  async grant(
    @Who() who: Actor,
    @Param('personId', { schema: idSchema }) personId: string,
    @Body({ schema: grantRoleSchema }) { role }: { role: Role },
  ): Promise<Person> {
    return unwrap(await grantRole(this.desk, who, { personId, role }));
  }

  @Delete('people/:personId/roles/:role')
  @Needs('role.revoke')
  @operation('revokeRole', 'Revokes a role', { schema: personSchema })
  async revoke(
    @Who() who: Actor,
    @Param('personId', { schema: idSchema }) personId: string,
    @Param('role', { schema: roleSchema }) role: Role,
  ): Promise<Person> {
    return unwrap(await revokeRole(this.desk, who, { personId, role }));
  }

  @Post('accounts/:accountId/disable')
  @Needs('account.disable')
  @HttpCode(200)
  @operation('disableAccount', 'Disables an account and ends its sessions', { schema: personSchema })
  async disable(@Who() who: Actor, @Param('accountId', { schema: idSchema }) accountId: string): Promise<Person> {
    return unwrap(await disableAccount(this.desk, who, { accountId }));
  }

  @Post('accounts/:accountId/enable')
  @Needs('account.enable')
  @HttpCode(200)
  @operation('enableAccount', 'Enables an account again', { schema: personSchema })
  async enable(@Who() who: Actor, @Param('accountId', { schema: idSchema }) accountId: string): Promise<Person> {
    return unwrap(await enableAccount(this.desk, who, { accountId }));
  }
}

import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { problemSchema } from '@proofdesk/contract';
import { z } from 'zod';
import { rawMetaSchema } from '../http/read-ingest.js';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of the running controllers; schemas keep the names the contract gave them. */
export function openApiOf(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Proofdesk')
    .setDescription(
      'Turns an article into a queue of assertions, and records every decision on them. Offsets are Unicode code points.',
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addSecurityRequirements('cookie')
    .addCookieAuth('proofdesk_session', {
      type: 'apiKey',
      in: 'cookie',
      description: '`__Host-proofdesk` where the desk runs on https',
    })
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    standardSchemaConverter: (schema, { schemaType }) => convert(schema as unknown as z.ZodType, schemaType),
  });
  addProblems(document);
  describeRawBodies(document);
  describeReceipts(document);
  openToAll(document);
  return sorted(document);
}

/** One zod schema as JSON Schema 2020-12, its named parts as components. */
function convert(schema: z.ZodType, io: 'input' | 'output'): { schema: Json; components: Record<string, Json> } {
  const {
    $schema: _,
    $defs = {},
    ...root
  } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' }) as Json;
  const components = Object.fromEntries(
    Object.entries($defs as Record<string, Json>).map(([name, part]) => [name, withoutId(part)]),
  );
  const id = schema.meta()?.id;
  if (id === undefined) return { schema: root, components };
  return { schema: { $ref: `#/components/schemas/${id}` }, components: { ...components, [id]: withoutId(root) } };
}

/** zod writes the name of a schema into it as `$id` or `id`; as a component its key says so already. */
function withoutId({ id: _, $id: __, ...rest }: Json): Json {
  return rest;
}

function addProblems(document: OpenAPIObject): void {
  const { schema, components } = convert(problemSchema, 'output');
  document.components ??= {};
  document.components.schemas = { ...document.components.schemas, ...components } as never;
  document.components.responses = {
    Problem: {
      description: 'What went wrong, as RFC 9457 problem details; `code` is from a closed list',
      content: { 'application/problem+json': { schema } },
    },
  } as never;
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path as Record<string, { responses?: Json }>)) {
      if (operation?.responses) operation.responses['default'] = { $ref: '#/components/responses/Problem' };
    }
  }
}

/** An article may also come as it is, with the rest in the query. */
function describeRawBodies(document: OpenAPIObject): void {
  const operation = document.paths['/api/v1/articles']?.post;
  const body = operation?.requestBody as { content?: Record<string, { schema: Json }> } | undefined;
  if (!operation || !body?.content) return;
  for (const type of ['text/plain', 'text/html']) body.content[type] = { schema: { type: 'string' } };
  const { properties = {} } = convert(rawMetaSchema, 'input').schema as { properties?: Record<string, Json> };
  const query = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    description: 'only with a raw body',
    schema,
  }));
  operation.parameters = [...(operation.parameters ?? []), ...(query as unknown as never[])];
}

/** The answer to a decision carries a promise. */
function describeReceipts(document: OpenAPIObject): void {
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path as Record<string, Decision>)) {
      const answer = operation?.responses?.['200'];
      if (!answer || !operation.parameters?.some(({ name }) => name === 'If-Match')) continue;
      answer['headers'] = {
        'Proofdesk-Receipt': {
          description:
            'A signed promise that the decision will be in the sealed ledger within 60 seconds: base64 of the note described in docs/ledger-format.md §4. Keep it',
          schema: { type: 'string', contentEncoding: 'base64' },
        },
      };
    }
  }
}

interface Decision {
  readonly parameters?: readonly { readonly name?: string }[];
  readonly responses?: Record<string, Json>;
}

/** Operations that nobody needs to be signed in for. A spec calls them all without a session. */
const open = new Set(['readWelcome', 'signIn', 'listPublications']);

function openToAll(document: OpenAPIObject): void {
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path as Record<string, { operationId?: string; security?: unknown[] }>)) {
      if (open.has(operation.operationId ?? '')) operation.security = [];
    }
  }
}

/** Keys of components and paths in order, so that the committed document changes only where the api does. */
function sorted(document: OpenAPIObject): OpenAPIObject {
  const byKey = (part: object): Json => Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  const components = document.components ?? {};
  const ordered = Object.fromEntries(Object.entries(components).map(([kind, parts]) => [kind, byKey(parts)]));
  return { ...document, paths: byKey(document.paths), components: ordered } as unknown as OpenAPIObject;
}

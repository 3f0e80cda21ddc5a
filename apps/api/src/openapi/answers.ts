import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { type z } from 'zod';

/** Documents one operation: its name, one sentence, and its good answer. Problems are added to every operation at the end. */
export function operation(
  operationId: string,
  summary: string,
  answer?: { readonly status?: number; readonly schema?: z.ZodType; readonly description?: string },
): MethodDecorator {
  const { status = 200, schema, description = summary } = answer ?? {};
  return applyDecorators(
    ApiOperation({ operationId, summary }),
    ApiResponse({ status, description, ...(schema && { standardSchema: schema }) }),
  );
}

/** Documents an answer that is a file to be kept. */
export const fileAnswer = (...types: readonly string[]): MethodDecorator =>
  ApiResponse({
    status: 200,
    description: 'A file',
    content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])),
  });

/** Documents what every decision carries. */
export const decisionHeaders = (): MethodDecorator =>
  applyDecorators(
    ApiHeader({
      name: 'If-Match',
      required: true,
      description: 'The ETag that was on the screen',
      schema: { type: 'string' },
    }),
    idempotencyKey(true),
  );

export const idempotencyKey = (required: boolean): MethodDecorator =>
  ApiHeader({
    name: 'Idempotency-Key',
    required,
    description: 'A fresh UUID for each decision; the same one when it is repeated',
    schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{16,64}$' },
  });

import { type ArgumentMetadata, StandardSchemaValidationPipe } from '@nestjs/common';
import { type z } from 'zod';
import { Refused, type RequestFault } from './problem.js';

type Issue = z.core.$ZodIssue;

/** Checks every parameter, query and body that carries a schema; faults become one problem with RFC 6901 pointers. */
export class SchemaPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: (issues) => invalid(faultsOf(issues as readonly Issue[])) });
  }

  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    try {
      const checked = await super.transform(value, metadata);
      if (metadata.schema) refuseNul(checked);
      return checked;
    } catch (error) {
      // An id that cannot be one names nothing, wherever it stands in the address.
      if (metadata.type === 'param' && error instanceof Refused) throw nothingHere();
      throw error;
    }
  }

  /** Nest drops such keys in silence; here they were refused when the body was read. */
  protected override stripProtoKeys(): void {}
}

export const nothingHere = () => new Refused({ code: 'not_found', detail: 'There is nothing at this address.' });

export function invalid(faults: readonly RequestFault[]): Refused {
  const [first] = faults;
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
  const detail = first ? `${first.pointer === '' ? 'The request' : first.pointer}: ${first.detail}${more}` : 'Invalid.';
  return new Refused({ code: 'request.invalid', detail }, faults);
}

/** Checks a value that no decorator could describe. @throws Refused */
export function parseWith<T>(schema: z.ZodType<T>, value: unknown): T {
  const read = schema.safeParse(value);
  if (!read.success) throw invalid(faultsOf(read.error.issues));
  return read.data;
}

/** PostgreSQL cannot store U+0000, and no words need it. */
export function refuseNul(value: unknown, path: readonly PropertyKey[] = []): void {
  if (typeof value === 'string' && value.includes('\0')) {
    throw invalid([{ pointer: pointerTo(path), detail: 'holds the character NUL' }]);
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) refuseNul(member, [...path, key]);
}

/** One fault an issue; of a union, the faults of the branch that came closest; of unknown keys, one each. */
export function faultsOf(issues: readonly Issue[]): RequestFault[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ pointer: pointerTo([...issue.path, key]), detail: 'is not known here' }));
    }
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const [closest = []] = [...issue.errors].sort((a, b) => a.length - b.length);
      return faultsOf(closest.map((each) => ({ ...each, path: [...issue.path, ...each.path] })));
    }
    return [{ pointer: pointerTo(issue.path), detail: issue.message }];
  });
}

const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

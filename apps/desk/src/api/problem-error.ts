import { problemSchema, type Problem } from '@proofdesk/contract';

/** A refusal by the server, or a failure to reach it, with words that can be shown as they stand. */
export class ProblemError extends Error {
  constructor(
    readonly problem: Problem,
    /** `true` when it is not known whether the server acted: the same attempt may be sent again under its old key. */
    readonly isUncertain: boolean = false,
  ) {
    super(problem.detail);
    this.name = 'ProblemError';
  }
}

/** Reads RFC 9457 problem details out of an answer; anything else becomes a problem of its own. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = problemSchema.safeParse(body);
  if (parsed.success) return new ProblemError(parsed.data, response.status >= 502);
  return new ProblemError(
    {
      type: 'about:blank',
      title: 'The server did not answer properly',
      status: response.status,
      detail: `The server answered with status ${response.status} and no explanation. Try again in a moment.`,
      code: 'internal',
    },
    response.status >= 502,
  );
}

/** The server could not be reached at all. */
export function unreachable(): ProblemError {
  return new ProblemError(
    {
      type: 'about:blank',
      title: 'The server cannot be reached',
      status: 0,
      detail:
        'Nothing was lost. Check the connection, then try again: the desk repeats the same attempt, not a second one.',
      code: 'service.unavailable',
    },
    true,
  );
}

/** The answer does not follow the contract: desk and server are of different versions. */
export function misunderstood(where: string): ProblemError {
  return new ProblemError({
    type: 'about:blank',
    title: 'The desk did not understand the answer',
    status: 0,
    detail: `The answer to ${where} does not follow the contract. Reload the page; desk and server may be of different versions.`,
    code: 'internal',
  });
}

/** Messages by form field, from the JSON pointers of a problem: `/title` becomes `title`. */
export function fieldErrors(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof ProblemError)) return {};
  const entries = (error.problem.errors ?? []).map((each) => [each.pointer.replace(/^\//, ''), each.detail] as const);
  return Object.fromEntries(entries);
}

export const isProblem = (error: unknown, code: Problem['code']): boolean =>
  error instanceof ProblemError && error.problem.code === code;

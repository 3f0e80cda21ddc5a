import { type LoggerService } from '@nestjs/common';

export type Level = 'error' | 'warn' | 'info' | 'debug';
const rank: Record<Level, number> = { error: 0, warn: 1, info: 2, debug: 3 };

/** One line, one JSON object. Callers pass names and numbers, never bodies, headers, queries or addresses of connections. */
export class JsonLog implements LoggerService {
  constructor(
    private readonly least: Level,
    private readonly write: (line: string) => void = (line) => void process.stdout.write(line),
  ) {}

  /** `event` names what happened; `fields` say to what. JSON escapes line ends and control characters. */
  line(level: Level, event: string, fields: Readonly<Record<string, unknown>> = {}): void {
    if (rank[level] > rank[this.least]) return;
    this.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
  }

  log(message: unknown, context?: unknown): void {
    this.line('debug', String(message), { context });
  }
  warn(message: unknown, context?: unknown): void {
    this.line('warn', String(message), { context });
  }
  debug(message: unknown, context?: unknown): void {
    this.line('debug', String(message), { context });
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.line('error', message instanceof Error ? describe(message) : String(message), { context: rest.at(-1) });
  }
}

/** Name, code and stack without the message of a database error, which may quote what somebody wrote. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = (error as { code?: unknown }).code;
  const isDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 12)
    .join('\n');
  const cause = error.cause === undefined ? '' : `\ncaused by ${describe(error.cause)}`;
  return `${error.name}${code === undefined ? '' : ` ${String(code)}`}${isDatabase ? '' : `: ${error.message}`}\n${frames}${cause}`;
}

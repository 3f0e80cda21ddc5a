import { type LoggerService } from '@nestjs/common';

export type Level = 'error' | 'warn' | 'info' | 'debug';
const rank: Record<Level, number> = { error: 0, warn: 1, info: 2, debug: 3 };

/** One line, one JSON object. Ids and numbers only: never texts, names or addresses of connections. */
export class JsonLog implements LoggerService {
  constructor(
    private readonly least: Level,
    private readonly write: (line: string) => void = (line) => void process.stdout.write(line),
  ) {}

  /** `event` names what happened; `fields` say to what. */
  line(level: Level, event: string, fields: Readonly<Record<string, unknown>> = {}): void {
    if (rank[level] > rank[this.least]) return;
    this.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
  }

  log(message: unknown): void {
    this.line('debug', String(message));
  }
  warn(message: unknown): void {
    this.line('warn', String(message));
  }
  debug(message: unknown): void {
    this.line('debug', String(message));
  }
  error(message: unknown): void {
    this.line('error', wordsOf(message));
  }
}

/** What an error says, without the message of a database error, which may quote what somebody wrote. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = (error as { code?: unknown }).code;
  const isDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  return isDatabase ? `${error.name}: SQLSTATE ${code}` : `${error.name}: ${error.message}`.slice(0, 500);
}

import { type LedgerEntry } from '@proofdesk/contract';
import { roleWords } from '../../ui/words.js';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** `verdict.approved` becomes "Verdict approved"; every type reads this way, also those of a later server. */
export const eventWords = (type: string): string => capital(type.replaceAll(/[._-]/g, ' '));

/** "Ana Ruiz (Editor)"; the machine is named as such. */
export function actorWords({ name, kind, role }: LedgerEntry['actor']): string {
  if (kind === 'system') return `${name} (machine)`;
  const known = role === null ? undefined : (roleWords as Readonly<Record<string, string>>)[role];
  return role === null ? name : `${name} (${known ?? role})`;
}

import { randomBytes, randomUUID } from 'node:crypto';
import { type AttachEvidence, type ReviewTask } from '@proofdesk/contract';
import { evidencePieceBytes } from '@proofdesk/provenance';
import { type Actor } from './actor.js';
import { sha256Hex } from './binding-now.js';
import { type Matching, type OnAssertion } from './command.js';
import { decideOnTask } from './decide-on-task.js';
import { type Desk } from './desk.js';
import { recordOnTask } from './record-on-task.js';
import { done, type Outcome } from './refusal.js';

/** Adds a piece of evidence to the task one holds. Its hash covers every field, so that it cannot be changed unseen. */
export async function attachEvidence(
  desk: Desk,
  actor: Actor,
  command: OnAssertion & Matching & AttachEvidence,
): Promise<Outcome<ReviewTask>> {
  const { assertionId, ifMatch, leaseToken, title, quote, note, stance, origin, isPrimary } = command;
  const ask = { assertionId, ifMatch, leaseToken, action: 'evidence.attach' } as const;
  return decideOnTask(desk, actor, ask, async ({ unit, task, actor: person }) => {
    const piece = { url: command.url ?? null, title, quote, note, stance, origin, isPrimary };
    const id = randomUUID();
    const salt = randomBytes(32).toString('hex');
    const sha256 = sha256Hex(evidencePieceBytes({ salt, ...piece }));
    await unit.evidence.add({ id, assertionId, ...piece, salt, sha256, attachedBy: person.personId });
    await recordOnTask(unit, task, actor, {
      type: 'evidence.attached',
      role: 'checker',
      leaseToken,
      subject: { evidence: id },
      evidence: [{ id, sha256 }],
      after: { stance, isPrimary },
      said: { url: piece.url, title, quote, note, origin },
    });
    return done(null);
  });
}

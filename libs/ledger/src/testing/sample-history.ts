import { type LedgerEntry } from '../record/entry.js';
import { type Random } from './random.js';
import { addNoise, type BundleParts, bundleOf, SampleLog } from './sample-log.js';

/** Rules a forger with all keys could break: the hashes and signatures of such a bundle are perfect. */
export const CRIMES = [
  'approved by the proposer',
  'approved by the proposer under another account',
  'approved before it was proposed',
  'proposed under an old lease',
  'proposed without a lease',
  'approved under a revoked role',
  'approved under a role granted to oneself',
  'approved from a disabled account',
  'approved on an outdated role reference',
  'published without approval',
  'published after it was returned',
  'approval undone before publication',
  'proposed on evidence never attached',
  'proposed on evidence withdrawn',
  "somebody else's act undone",
  'approved by a checker',
  'retracted by the editor who asked for it',
] as const;
export type Crime = (typeof CRIMES)[number];

const CHECKER = 'Ines Checker';
const EDITOR = 'Omar Editor';
const SECOND = 'Wen Editor';

/** One assertion from the queue to the published verdict, among other entries; with a crime, one rule is broken on the way. */
export class SampleHistory {
  readonly log = new SampleLog();
  readonly #random: Random;
  readonly #crime: Crime | undefined;
  #version = 0;
  #token = 0;

  constructor(random: Random, crime?: Crime) {
    this.#random = random;
    this.#crime = crime;
    this.log.addPerson(
      CHECKER,
      'checker',
      ...(crime === 'approved by the proposer' || crime?.includes('another account') === true ? ['editor'] : []),
    );
    this.log.addPerson(EDITOR, 'editor');
    this.log.addPerson(SECOND, 'editor');
    this.#event('assertion.queued', { actor: { kind: 'system', id: 'worker' }, data: { risk: 'serious' } });
    if (random.below(3) === 0) this.#lease(CHECKER, 'task.released');
    this.#round(random.below(3) === 0);
    if (this.#version === 1 && this.#crime === undefined && random.below(4) === 0) this.#undoneApproval();
    this.#approveAndPublish();
    const retractor = crime === 'retracted by the editor who asked for it' ? EDITOR : SECOND;
    if (retractor === EDITOR || random.below(4) === 0) this.#retract(retractor);
    addNoise(this.log, random, 9);
  }

  bundle(): BundleParts {
    return bundleOf(this.log, 'assertion', [CHECKER, EDITOR, SECOND]);
  }

  #event(
    type: LedgerEntry['type'],
    more: Omit<Parameters<SampleLog['append']>[1], 'type'>,
    texts: Record<string, string | { [k: string]: string }> = {},
  ): LedgerEntry {
    addNoise(this.log, this.#random, 3);
    return this.log.append('assertion', { type, ...more }, texts);
  }

  #subject(version = this.#version): { subject: { verdict: string; version: number } } {
    return { subject: { verdict: this.log.id('verdict'), version } };
  }

  #who(name: string): Pick<LedgerEntry, 'actor'> {
    return { actor: this.log.as(name, 'checker').actor };
  }

  #lease(name: string, end?: 'task.released'): void {
    this.#token++;
    this.#event('task.leased', { ...this.#who(name), lease: { token: String(this.#token) } });
    if (end !== undefined) this.#event(end, this.#who(name));
  }

  #evidence(n: number): { id: string; sha256: string } {
    return { id: this.log.id(`evidence ${n}`), sha256: String(n).repeat(64).slice(0, 64) };
  }

  /** Lease, evidence, proposal; sometimes sent back and done again. */
  #round(again: boolean): void {
    const is = (crime: Crime): boolean => this.#crime === crime;
    this.#version++;
    if (!is('proposed without a lease')) this.#lease(CHECKER);
    const old = String(this.#token);
    if (is('proposed under an old lease')) this.#lease(CHECKER);
    for (const n of [1, 2])
      this.#event(
        'evidence.attached',
        { ...this.#who(CHECKER), evidence: [this.#evidence(n)] },
        { quote: `Quote ${n} of «é».` },
      );
    if (is('proposed on evidence withdrawn'))
      this.#event('evidence.withdrawn', { ...this.#who(CHECKER), evidence: [this.#evidence(2)] });
    if (is('approved before it was proposed')) this.#approve(EDITOR);
    const evidence = [this.#evidence(1), this.#evidence(is('proposed on evidence never attached') ? 3 : 2)];
    this.#event(
      'verdict.proposed',
      {
        ...this.log.as(CHECKER, 'checker'),
        ...this.#subject(),
        lease: { token: old === '0' ? '1' : old },
        evidence,
        data: { rating: 'false' },
      },
      { rationale: 'The register says otherwise.' },
    );
    if (is('approved by the proposer')) this.#approve(CHECKER);
    if (!again || this.#crime !== undefined) return;
    this.#event(
      'verdict.returned',
      { ...this.log.as(EDITOR, 'editor'), ...this.#subject() },
      { reason: 'One more source.' },
    );
    this.#round(false);
  }

  #retract(by: string): void {
    this.#event(
      'verdict.retraction_asked',
      { ...this.log.as(EDITOR, 'editor'), ...this.#subject() },
      { note: 'Source withdrew.' },
    );
    this.#event('verdict.retracted', { ...this.log.as(by, 'editor'), ...this.#subject() });
  }

  #approve(name: string, role = 'editor', more: Partial<LedgerEntry> = {}): LedgerEntry {
    return this.#event('verdict.approved', { ...this.log.as(name, role), ...more, ...this.#subject() });
  }

  #undo(name: string, undone: LedgerEntry): void {
    this.#event('decision.undone', { ...this.#who(name), data: { undoes: undone.seq } });
  }

  #undoneApproval(): void {
    this.#undo(EDITOR, this.#approve(EDITOR));
  }

  #approveAndPublish(): void {
    const is = (crime: Crime): boolean => this.#crime === crime;
    const outdated = this.log.as(SECOND, 'editor');
    this.#breakRole();
    if (is('approved by the proposer under another account')) {
      const as = this.log.as(CHECKER, 'editor');
      this.#approve(CHECKER, 'editor', {
        actor: { ...as.actor, id: this.log.id('account second of checker') } as LedgerEntry['actor'],
      });
    }
    if (!is('published without approval')) {
      const first = this.#approve(EDITOR, is('approved by a checker') ? 'checker' : 'editor');
      if (is('approval undone before publication')) this.#undo(EDITOR, first);
      else if (is("somebody else's act undone")) this.#undo(SECOND, first);
      else this.#approve(SECOND, 'editor', is('approved on an outdated role reference') ? outdated : {});
    }
    if (is('published after it was returned'))
      this.#event('verdict.returned', { ...this.log.as(EDITOR, 'editor'), ...this.#subject() });
    const statement = { claim: 'The bridge was sold.', rating: 'false', note: 'Überprüft; «no»' };
    this.#event('verdict.published', { ...this.log.as(EDITOR, 'editor'), ...this.#subject() }, { statement });
  }

  #breakRole(): void {
    const role = {
      actor: { kind: 'system', id: 'seed' } as const,
      subject: { person: this.log.id(SECOND) },
      data: { role: 'editor' },
    };
    const account = {
      actor: role.actor,
      subject: { person: this.log.id(SECOND), account: this.log.id(`account ${SECOND}`) },
    };
    if (this.#crime === 'approved under a revoked role' || this.#crime === 'approved on an outdated role reference')
      this.log.append(SECOND, { type: 'role.revoked', ...role });
    if (this.#crime === 'approved under a role granted to oneself') {
      this.log.append(SECOND, { type: 'role.revoked', ...role });
      this.log.append(SECOND, { type: 'role.granted', ...role, actor: this.log.as(SECOND, 'admin').actor });
    }
    if (this.#crime === 'approved from a disabled account')
      this.log.append(SECOND, { type: 'account.disabled', ...account });
    if (this.#crime === 'approved by the proposer under another account') {
      const second = {
        actor: role.actor,
        subject: { person: this.log.id(CHECKER), account: this.log.id('account second of checker') },
      };
      this.log.append(CHECKER, { type: 'account.created', ...second });
    }
  }
}

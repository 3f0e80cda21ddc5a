export type Risk = 'serious' | 'sensitive' | 'normal';

/** Editors, each another person, who must approve. An accusation nobody named stands behind takes two. */
export const approvalsNeeded = (risk: Risk): 1 | 2 => (risk === 'serious' ? 2 : 1);

const rank: Readonly<Record<Risk, number>> = { serious: 2, sensitive: 1, normal: 0 };

/** The graver of the two: relabelling after a proposal never lowers the number of approvals. */
export const graverRisk = (a: Risk, b: Risk): Risk => (rank[a] >= rank[b] ? a : b);

/** All that four eyes depend on. Everything is a person, never an account: two accounts of one person count once. */
export interface ApprovalCase {
  readonly approverPersonId: string;
  /** Everybody who proposed any version of this verdict. */
  readonly proposerPersonIds: readonly string[];
  readonly authorPersonId: string | null;
  /** Who has approved this version already. */
  readonly approvedBy: readonly string[];
  readonly risk: Risk;
}

export type ApprovalFault = 'own_verdict' | 'own_article' | 'already_given';
export type ApprovalRuling =
  | { readonly ok: true; readonly given: number; readonly needed: number; readonly complete: boolean }
  | { readonly ok: false; readonly fault: ApprovalFault };

/** Four eyes and the quorum: whether this person may approve, and whether that completes it. */
export function ruleOnApproval(ask: ApprovalCase): ApprovalRuling {
  if (ask.proposerPersonIds.includes(ask.approverPersonId)) return { ok: false, fault: 'own_verdict' };
  if (ask.authorPersonId === ask.approverPersonId) return { ok: false, fault: 'own_article' };
  if (ask.approvedBy.includes(ask.approverPersonId)) return { ok: false, fault: 'already_given' };
  const given = new Set(ask.approvedBy).size + 1;
  const needed = approvalsNeeded(ask.risk);
  return { ok: true, given, needed, complete: given >= needed };
}

export { countIndependent, originKey, siteOf, type Traceable } from './independence.js';
export { ruleOnEvidence, type EvidenceRuling, type Risk, type StandingEvidence } from './evidence-rule.js';
export { evidencePieceBytes, evidenceSetBytes, type EvidenceMember } from './evidence-set.js';

export { faultsOfScale, findRating, ratingRange, type Rating, type RatingScale } from './rating-scale.js';
export {
  approvalsNeeded,
  graverRisk,
  ruleOnApproval,
  type ApprovalCase,
  type ApprovalFault,
  type ApprovalRuling,
  type Risk,
} from './approval.js';
export { whyStale, type Binding } from './binding.js';
export { VERDICT_STATES, isLive, type VerdictState } from './verdict.js';

export { OPEN_STATES, REVIEW_TASK_STATES, isOpen, type ReviewTaskState } from './states.js';
export {
  TRANSITIONS,
  isLegal,
  nextState,
  startsOf,
  transitionsFor,
  type Guard,
  type Performer,
  type Transition,
  type Verb,
} from './transitions.js';
export { LEASE_SECONDS, checkHold, type LeaseFault, type LeaseState } from './lease.js';
export { RISK_RANK, compareQueuePlaces, type QueuePlace } from './queue-order.js';
export {
  isCheckable,
  needsSource,
  riskOf,
  triage,
  type AssertionKind,
  type Label,
  type Risk,
  type Sourcing,
} from './label-rules.js';

import {
  allegationCategorySchema,
  assertionKindSchema,
  awaitedSchema,
  dismissalReasonSchema,
  extractionStateSchema,
  riskSchema,
  roleSchema,
  segmentKindSchema,
  sourceTypeSchema,
  sourcingSchema,
  stanceSchema,
  taskStateSchema,
} from '@proofdesk/contract';
import { VERDICT_STATES } from '@proofdesk/verdicts';

/** The closed lists that the database checks: the same ones that travel over HTTP. */
export const roleValues = roleSchema.options;
export const segmentKindValues = segmentKindSchema.options;
export const sourceTypeValues = sourceTypeSchema.options;
export const kindValues = assertionKindSchema.options;
export const sourcingValues = sourcingSchema.options;
export const riskValues = riskSchema.options;
export const allegationCategoryValues = allegationCategorySchema.options;
export const taskStateValues = taskStateSchema.options;
export const dismissalReasonValues = dismissalReasonSchema.options;
export const awaitedValues = awaitedSchema.options;
export const stanceValues = stanceSchema.options;
export const extractionStateValues = extractionStateSchema.options;
export const verdictStateValues = VERDICT_STATES;
export const articleOriginValues = ['draft', 'published'] as const;

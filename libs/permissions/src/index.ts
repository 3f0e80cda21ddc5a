export { can, stateWords } from './can.js';
export type { Facts, Permission } from './can.js';
export { maySee } from './may-see.js';
export type { Hidden } from './may-see.js';
export { actions } from './table.js';
export type { Action, Relation } from './table.js';
export { openStates, risks, roles, taskStates } from './vocabulary.js';
export type { Risk, Role, TaskState } from './vocabulary.js';

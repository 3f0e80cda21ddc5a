export { AUDIT_PARTS, placeOf } from './fsck/audit-finding.js';
export type { AuditCode, AuditFinding, AuditPart } from './fsck/audit-finding.js';
export { fsck } from './fsck/fsck.js';
export type { FsckOptions, FsckReport, LogSeen } from './fsck/fsck.js';
export { splitNotes } from './fsck/split-notes.js';

export {
  freePort,
  startEmbeddedDatabase,
  type EmbeddedDatabase,
  type EmbeddedDatabaseOptions,
} from './start-embedded-database.js';
export { createRoles } from './roles.js';
export { loginRoles, readPasswords, roleName, type LoginRole, type Passwords } from './secrets.js';
export { StartFault } from './start-fault.js';

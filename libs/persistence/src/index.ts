export { type Database } from './database.js';
export { migrate, pendingMigrations } from './migrate.js';

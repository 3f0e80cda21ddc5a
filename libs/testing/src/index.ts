export { createTestDatabase, testServers, type TestDatabase } from './test-database.js';

export { type Database } from './database.js';

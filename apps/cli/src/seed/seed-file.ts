import { fileURLToPath } from 'node:url';

/** Absolute path of a file under `seeds/`. */
export const seedFile = (name: string): string => fileURLToPath(new URL(`../../../../seeds/${name}`, import.meta.url));

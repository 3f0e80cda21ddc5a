// Nest 12 and several Fastify plugins are ESM only, hence native ESM in Jest (node --experimental-vm-modules).
const project = (displayName, testMatch, more = {}) => ({
  displayName,
  rootDir: import.meta.dirname,
  testMatch,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@proofdesk/source', 'node'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '<rootDir>/.proofdesk/'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true, tsx: false },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  ...more,
});

const database = {
  globalSetup: '<rootDir>/tools/jest/global-setup.mjs',
  globalTeardown: '<rootDir>/tools/jest/global-teardown.mjs',
};

/** Three kinds: pure rules (*.spec.ts), real PostgreSQL and Redis (*.db.spec.ts), a real browser (*.e2e.ts). */
export default {
  testTimeout: 30_000,
  projects: [
    project('unit', ['<rootDir>/{libs,apps}/**/!(*.db).spec.ts']),
    project('db', ['<rootDir>/{libs,apps}/**/*.db.spec.ts'], database),
    project('e2e', ['<rootDir>/apps/desk-e2e/src/**/*.e2e.ts']),
  ],
};

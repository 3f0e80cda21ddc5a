import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const may = (sourceTag, ...onlyDependOnLibsWithTags) => ({ sourceTag, onlyDependOnLibsWithTags });
const frameworks = ['@nestjs/*', 'typeorm', 'pg', 'bullmq', 'ioredis', 'zod', 'react', 'react-dom', '@mantine/*'];
const pure = (name, ...deps) => may(`lib:${name}`, ...deps.map((d) => `lib:${d}`));

/** The arrows of docs/architecture.md; a project carries a type tag and a name tag, and both must allow an import. */
const depConstraints = [
  { sourceTag: 'type:pure', onlyDependOnLibsWithTags: ['type:pure'], bannedExternalImports: frameworks },
  pure('text'),
  pure('ledger'),
  pure('permissions'),
  pure('extraction', 'text'),
  pure('articles', 'text'),
  pure('publication', 'text', 'verdicts', 'provenance'),
  pure('review', 'permissions'),
  pure('verdicts'),
  pure('provenance'),
  may('type:contract'),
  {
    sourceTag: 'type:adapter',
    onlyDependOnLibsWithTags: ['type:pure', 'type:contract', 'type:testing'],
    bannedExternalImports: ['@nestjs/*', 'react'],
  },
  {
    sourceTag: 'type:workflow',
    onlyDependOnLibsWithTags: ['type:pure', 'type:contract', 'type:adapter', 'type:testing'],
    bannedExternalImports: ['@nestjs/*', 'react'],
  },
  // Only specs import it, so it may import nothing of ours: anything else would be a cycle.
  may('type:testing'),
  {
    sourceTag: 'type:server',
    onlyDependOnLibsWithTags: ['type:pure', 'type:contract', 'type:adapter', 'type:workflow', 'type:testing'],
    bannedExternalImports: ['react', 'react-dom', '@mantine/*'],
  },
  {
    sourceTag: 'type:cli',
    onlyDependOnLibsWithTags: ['type:pure', 'type:contract', 'type:adapter', 'type:workflow', 'type:testing'],
    bannedExternalImports: ['react', 'react-dom', '@mantine/*'],
  },
  {
    sourceTag: 'type:desk',
    onlyDependOnLibsWithTags: ['lib:contract', 'lib:permissions', 'lib:text', 'lib:ledger'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', 'bullmq', 'ioredis'],
  },
  may('type:e2e', 'type:pure', 'type:contract', 'type:adapter', 'type:workflow', 'type:testing'),
];

export default defineConfig(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.proofdesk/**', 'coverage/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: ['**/*.ts', '**/*.tsx'] })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@nx': nx },
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.spec.json', './apps/desk/tsconfig.json', './apps/desk-e2e/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'max-lines': ['error', { max: 350 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 20],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Use a named export.' }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read the environment only in a config file.' },
      ],
    },
  },
  // A linguistic test is a list of alternatives, each counted as a branch; the caps on length still hold there.
  { files: ['libs/extraction/**/*.ts'], rules: { complexity: 'off' } },
  // A migration is one SQL text.
  { files: ['libs/persistence/src/migrations/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['**/*.spec.ts', '**/*.e2e.ts', 'apps/desk-e2e/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: ['**/config.ts', '**/*.spec.ts', '**/*.e2e.ts', 'libs/testing/**/*.ts', 'apps/desk-e2e/**/*.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['apps/desk/**/*.tsx', 'apps/desk/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }] },
  },
);

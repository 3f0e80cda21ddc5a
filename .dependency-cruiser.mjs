/** Cycles anywhere, and what a lint rule on single imports cannot see. The arrows between libs: eslint.config.mjs. */
export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'ledger-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^libs/ledger/src' },
      to: { path: '^(libs|apps)/(?!ledger/)' },
    },
    {
      name: 'face-only',
      comment: 'Another lib is imported through its face, never by a file inside it.',
      severity: 'error',
      from: { path: '^(?:libs|apps)/([^/]+)/' },
      to: { path: '^libs/[^/]+/src/(?!index\\.ts$)', pathNot: '^(?:libs|apps)/$1/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: false,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    enhancedResolveOptions: {
      conditionNames: ['@proofdesk/source', 'import', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
};

import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['node_modules', 'reports', 'coverage', 'dist'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.mjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      // `as` marks a fact that the comment beside it, or the data structure, vouches for
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
    },
  },
  {
    // node's recursive mkdir never ends where the system refuses with ENOENT
    files: ['src/**'],
    ignores: ['src/files/make-folder.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: 'node:fs',
          importNames: ['mkdirSync', 'mkdir'],
          message: 'makeFolder of src/files makes folders',
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // node:test collects the promises that test() returns
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: ['test', 'describe', 'it'] },
      ],
    },
  },
  { files: ['**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
);

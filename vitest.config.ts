import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**', 'reports/out/**'],
    testTimeout: 60_000,
    maxWorkers: '100%',
    // No module keeps state that tests change: loading each once a worker takes a fifth off the whole.
    pool: 'threads',
    isolate: false,
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/**/*.test.ts'],
    // Suites that need more than Node: each has its own script and fails where its tool is missing.
    exclude: ['tests/browser/**', 'tests/chaos/**'],
    // Two model processes beside each other would fight for the same cores.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

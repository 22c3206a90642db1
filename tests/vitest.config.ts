import { defineConfig } from 'vitest/config';

// Suites that need more than Node run by name (`--mode package`) and fail where their tool is missing.
const SUITES = ['package', 'browser', 'chaos', 'imports'];

export default defineConfig(({ mode }) => ({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: SUITES.includes(mode) ? [`tests/${mode}/**/*.test.ts`] : ['tests/**/*.test.ts'],
    exclude: SUITES.includes(mode) ? [] : SUITES.map((suite) => `tests/${suite}/**`),
    setupFiles: ['tests/helpers/seed.ts'],
    // Two model processes beside each other would fight for the same cores.
    maxWorkers: 2,
    // A browser or another program on a machine that does other things as well takes its time.
    testTimeout: ['browser', 'imports'].includes(mode) ? 300_000 : 60_000,
    hookTimeout: ['browser', 'imports'].includes(mode) ? 300_000 : 120_000,
  },
}));

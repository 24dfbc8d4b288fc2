import { defineConfig } from 'vitest/config';

// Model and film tests are heavy and the machines have two cores: files run two at a time, and a test that films
// gets minutes rather than seconds.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/helpers/global-setup.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // What a page shows after an event is waited for as long as a busy machine may take; a second is not enough for two
    // browsers, a host and a narrator on two cores.
    expect: { poll: { timeout: 20_000 } },
  },
});

import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = import.meta.dirname;

/** React Aria speaks thirty languages; the page keeps those that the studio has (src/renderer/i18n). */
function ourLanguages(): Plugin {
  const spoken = ['en-US', 'de-DE'];
  return {
    name: 'our-languages',
    enforce: 'pre',
    load(id) {
      const locale = /react-(?:aria|stately)[^?]*[\\/]intl[\\/][a-z]+[\\/]([a-z]{2}-[A-Z]{2})\.mjs/.exec(id)?.[1];
      return locale === undefined || spoken.includes(locale) ? undefined : 'export default {};';
    },
  };
}

// Dependencies stay external (electron-vite's default for main and preload): natives such as onnxruntime-node say "no
// available backend found" when they are bundled into a worker.
export default defineConfig({
  main: {
    build: {
      rollupOptions: {
        input: {
          index: resolve(root, 'src/main/index.ts'),
          worker: resolve(root, 'src/core/worker/entry.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      rollupOptions: {
        input: { index: resolve(root, 'src/preload/index.ts') },
        // A sandboxed preload script cannot be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src/renderer'),
    build: { minify: true, rollupOptions: { input: { index: resolve(root, 'src/renderer/index.html') } } },
    // The host puts a new one in its place with every page (core/serve/page.ts).
    html: { cspNonce: 'STORYLOOM-NONCE' },
    // From the root: a screen has an address of its own ('/projects/ID'). electron-vite would have it relative.
    plugins: [react(), ourLanguages(), { name: 'base-at-root', enforce: 'post', config: () => ({ base: '/' }) }],
  },
});

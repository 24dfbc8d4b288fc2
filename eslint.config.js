import tseslint from 'typescript-eslint';

/** A dangerous module belongs to one file (docs/architecture.md, "One owner"). */
const owners = {
  electron: ['src/main/**', 'src/preload/**'],
  'onnxruntime-node': ['src/core/runtime/onnx.ts'],
  'better-sqlite3': ['src/core/store/open.ts'],
  piscina: ['src/core/pool/pool.ts'],
  'fluent-ffmpeg': ['src/core/media/ffmpeg.ts'],
  'node:child_process': ['src/core/media/ffmpeg.ts', 'src/core/models/registry-client.ts', 'src/cli/go-on-alone.ts'],
  '@huggingface/tokenizers': ['src/core/runtime/diffusion/tokenizer.ts'],
  '@huggingface/transformers': ['src/core/runtime/listen/whisper.ts', 'src/core/bench/listen.ts'],
  'node-llama-cpp': ['src/core/providers/gguf/llama.ts'],
  sharp: ['src/core/media/raster.ts'],
};

const restricted = (file) =>
  Object.entries(owners)
    .filter(([, files]) => !files.includes(file))
    .map(([name, files]) => ({ name, message: `Only ${files.join(', ')} may import it.` }));

const ownerFiles = [...new Set(Object.values(owners).flat())];

export default tseslint.config(
  { ignores: ['node_modules', 'out', 'out-test-*', 'dist', 'coverage', '**/*.wasm'] },
  ...tseslint.configs.strict,
  {
    files: ['src/**/*.{ts,tsx}', 'tests/**/*.ts', 'tools/**/*.{ts,mjs}', '*.ts', '*.js'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', { selector: 'TSEnumDeclaration', message: 'Use a const object or a union.' }],
      eqeqeq: 'error',
    },
  },
  { files: ['src/**/*.{ts,tsx}'], ignores: ['src/cli/**'], rules: { 'no-console': 'error' } },
  { files: ['src/**/*.{ts,tsx}'], rules: { 'no-restricted-imports': ['error', { paths: restricted('') }] } },
  ...ownerFiles.map((file) => ({
    files: [file],
    rules: { 'no-restricted-imports': ['error', { paths: restricted(file) }] },
  })),
);

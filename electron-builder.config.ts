import type { Configuration } from 'electron-builder';

/**
 * `npm run dist`: the app for the system it is run on, in dist/.
 *
 * What runs in worker threads, is a native library or a program, or is read by other programs cannot be inside the asar
 * archive: it lies beside it, in app.asar.unpacked (src/core/paths.ts). tests/hosts/packaging.test.ts holds this list
 * against what the worker truly imports.
 */
export default {
  appId: 'studio.storyloom.app',
  productName: 'Storyloom',
  copyright: 'GPL-3.0-or-later',
  directories: { output: 'dist', buildResources: 'resources' },
  files: [
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
    'resources/**',
    'models/registry.json',
    // Models of our own; what a checkout has fetched stays out.
    'models/picture-book/**',
    'models/crisp/**',
    'examples/**',
    'LICENSE',
    'THIRD_PARTY.md',
    'package.json',
    // Bundled into the page already.
    '!node_modules/{react,react-dom,react-aria,react-aria-components,react-stately,lucide-react}/**',
    '!node_modules/@{react-aria,react-stately,react-types,internationalized,fontsource-variable,tanstack}/**',
    '!node_modules/{react-i18next,i18next,wouter,zustand}/**',
    // A Node of our own is for checkouts; Electron brings its own.
    '!node_modules/node-*-*/**',
    // The other systems' and processors' runtimes: 200 MB.
    '!node_modules/onnxruntime-node/bin/napi-v*/!(${platform})/**',
    '!node_modules/onnxruntime-node/bin/napi-v*/${platform}/!(${arch})/**',
    // llama.cpp's source, to build it from: 35 MB.
    '!node_modules/node-llama-cpp/llama/gitRelease.bundle',
    // The library that listens is one file, which has all but the runtime in it: not its other builds, nor the runtime for
    // browsers (140 MB) that it names.
    '!node_modules/@huggingface/transformers/{src,types}/**',
    '!node_modules/@huggingface/transformers/dist/!(transformers.node.mjs)',
    '!node_modules/@huggingface/jinja/**',
    '!node_modules/{onnxruntime-web,flatbuffers,guid-typescript,long,platform,protobufjs,@protobufjs}/**',
  ],
  asar: true,
  asarUnpack: [
    'package.json',
    'out/main/**',
    'resources/**',
    'models/**',
    'examples/**',
    // Programs.
    'node_modules/{ffmpeg-static,@ffmpeg-binary,@ffprobe-installer}/**',
    // Native libraries, and all that the worker loads.
    'node_modules/{better-sqlite3,onnxruntime-node,onnxruntime-common,sharp,@img,detect-libc,semver,@resvg}/**',
    'node_modules/{@napi-rs,@reflink}/**',
    'node_modules/{node-llama-cpp,@node-llama-cpp}/**',
    'node_modules/@huggingface/transformers/**',
    'node_modules/{phonemizer,env-paths,is-safe-filename,zod}/**',
  ],
  // Every native library is built for Node-API, which Electron has too.
  npmRebuild: false,
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  fileAssociations: [
    { ext: 'storyloom', name: 'Storyloom project', mimeType: 'application/x-storyloom', role: 'Editor', rank: 'Owner' },
  ],
  win: { target: [{ target: 'nsis', arch: ['x64', 'arm64'] }] },
  nsis: { oneClick: false, allowToChangeInstallationDirectory: true, license: 'LICENSE' },
  mac: {
    target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
    category: 'public.app-category.video',
    hardenedRuntime: true,
    // For stories told to the microphone; the system asks its user with these words.
    entitlements: 'resources/entitlements.mac.plist',
    entitlementsInherit: 'resources/entitlements.mac.plist',
    extendInfo: { NSMicrophoneUsageDescription: 'Storyloom records the stories that you tell it.' },
  },
  linux: {
    target: [{ target: 'AppImage' }, { target: 'deb' }],
    category: 'AudioVideo',
    synopsis: 'Turns a story into a narrated, illustrated film',
    maintainer: 'Storyloom',
  },
} satisfies Configuration;

// All that is exported; tools/build-wasm.ts compiles it with what it imports into kernel-bytes.ts.
export { planAcross, resample } from './resample';
export { paintTile, planTiles } from './tiles';
export { mixPlane } from './mix';
export { turnPlane } from './turn';

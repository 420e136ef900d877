// Tiles: where they are, and what can be computed from them.
export { bundled, bundledLength, entryAt, MOST_ENTRY_BYTES, parseBundle, type BundledEntry } from './bundles.ts'
export { bundlePath, parseTilePath, TILE_WIDTH, tilePath, tileWidth, type TileAddress } from './paths.ts'
export { compactTreeAt, consistencyProof, inclusionProof, rootAt, type Nodes } from './proofs.ts'
export { nodesFromTiles, type TileReader } from './read.ts'

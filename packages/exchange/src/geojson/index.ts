// GeoJSON, as RFC 7946 has it.
export { readGeoJson } from './read.ts'
export { shapeOf, writeGeoJson, type Shape } from './write.ts'

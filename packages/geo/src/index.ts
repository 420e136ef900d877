// Where things are: distances on the ellipsoid, areas with a tolerance, strips along a line.
export { distanceToLine, metresBetween, type LineDistance } from './distance.ts'
export { areaTest, type AreaAnswer } from './area.ts'
export { stripTest, type LineSide } from './strip.ts'
export { parsePlaces, PLACE_PROBLEM_CODES, type Place, type PlaceProblem } from './places.ts'
export type { Geometry, Position } from './geometry.ts'

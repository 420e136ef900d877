// The WGS 84 ellipsoid in space: where a position stands, and which way is up there.
import geodesic from 'geographiclib-geodesic'
import type { Position } from './geometry.ts'

export const WGS84 = geodesic.Geodesic.WGS84
export const DEGREE = Math.PI / 180

const E2 = WGS84.f * (2 - WGS84.f)
/** One less the square of the eccentricity: what flattens a sphere's z into the ellipsoid's. */
export const FLAT = 1 - E2

export type Vector = readonly [x: number, y: number, z: number]

/** Metres from the centre of the earth: x towards 0, 0, y towards 90 east, z towards the north pole. */
export function inSpace([lon, lat]: Position): Vector {
  const [sine, cosine] = [Math.sin(lat * DEGREE), Math.cos(lat * DEGREE)]
  const primeVertical = WGS84.a / Math.sqrt(1 - E2 * sine * sine)
  const out = primeVertical * cosine
  return [out * Math.cos(lon * DEGREE), out * Math.sin(lon * DEGREE), primeVertical * FLAT * sine]
}

/** The position of a point that lies on the ellipsoid, or within metres of it. */
export function onGround(x: number, y: number, z: number): Position {
  return [Math.atan2(y, x) / DEGREE, Math.atan2(z, FLAT * Math.hypot(x, y)) / DEGREE]
}

/** What points up from a point of the ellipsoid; its length is about the radius there. */
export function upAt([x, y, z]: Vector): Vector {
  return [x, y, z / FLAT]
}

export function plus([a, b, c]: Vector, [x, y, z]: Vector): Vector {
  return [a + x, b + y, c + z]
}

export function minus([a, b, c]: Vector, [x, y, z]: Vector): Vector {
  return [a - x, b - y, c - z]
}

export function times([x, y, z]: Vector, factor: number): Vector {
  return [x * factor, y * factor, z * factor]
}

export function dot([a, b, c]: Vector, [x, y, z]: Vector): number {
  return a * x + b * y + c * z
}

export function cross([a, b, c]: Vector, [x, y, z]: Vector): Vector {
  return [b * z - c * y, c * x - a * z, a * y - b * x]
}

export function length(vector: Vector): number {
  return Math.sqrt(dot(vector, vector))
}

/** The same direction, one metre long; nothing where there is no direction. */
export function unit(vector: Vector): Vector {
  const metres = length(vector)
  return metres === 0 ? vector : times(vector, 1 / metres)
}

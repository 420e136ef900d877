// Shapes on the ground, as GeoJSON (RFC 7946) gives them: longitude before latitude, degrees, WGS 84.

export type Position = readonly [longitude: number, latitude: number]

export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] }

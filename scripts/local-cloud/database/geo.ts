// Serves conformance alone; see the README.

import { notOffered, requestFailed } from './refusal';
import { isPlainObject, type Value } from './wire';

type Position = readonly [longitude: number, latitude: number];

/**
 * The test of `$geoWithin` with a circle on the globe (`$centerSphere`: a centre and a radius in radians).
 * Shapes with edges are refused by name: MongoDB draws them as great circles, and no library here does so.
 */
export function compileGeoWithin(operand: Value): (value: Value | undefined) => boolean {
  const circle = isPlainObject(operand) ? operand['$centerSphere'] : undefined;
  if (circle === undefined) throw notOffered('$geoWithin other than $centerSphere');
  const centre = Array.isArray(circle) ? positionOf(circle[0]) : undefined;
  const radius = Array.isArray(circle) ? circle[1] : undefined;
  if (centre === undefined || typeof radius !== 'number' || radius < 0) {
    throw requestFailed('[FailedOperation] (BadValue) $centerSphere needs a centre and a radius');
  }
  return (value) => {
    const point = pointOf(value);
    return point !== undefined && angleBetween(centre, point) <= radius;
  };
}

/** The position of a stored `db.Geo.Point`. */
function pointOf(value: Value | undefined): Position | undefined {
  return isPlainObject(value) && value['type'] === 'Point' ? positionOf(value['coordinates']) : undefined;
}

function positionOf(value: Value | undefined): Position | undefined {
  if (isPlainObject(value)) return pointOf(value);
  const [longitude, latitude] = Array.isArray(value) ? value : [];
  return typeof longitude === 'number' && typeof latitude === 'number' ? [longitude, latitude] : undefined;
}

/** The angle between two places, in radians, by the haversine formula. */
function angleBetween(a: Position, b: Position): number {
  const [longitudeA, latitudeA, longitudeB, latitudeB] = [...a, ...b].map((degrees) => (degrees * Math.PI) / 180);
  if (longitudeA === undefined || latitudeA === undefined || longitudeB === undefined || latitudeB === undefined) {
    return Infinity;
  }
  const h =
    Math.sin((latitudeB - latitudeA) / 2) ** 2 +
    Math.cos(latitudeA) * Math.cos(latitudeB) * Math.sin((longitudeB - longitudeA) / 2) ** 2;
  return 2 * Math.asin(Math.min(1, Math.sqrt(h)));
}

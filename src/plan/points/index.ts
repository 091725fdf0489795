export { above, type Point, pointsOf } from "./point.js";
export { readPoints, wordsOf } from "./read-points.js";

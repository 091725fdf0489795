/** Sentence patterns over bound figures (reporting §2). */
export { type Part, sayBreakdown } from "./breakdown.js";
export { sayComparison } from "./compare.js";
export { type CountWords, sayCount } from "./count.js";
export { sayOwnCoverage } from "./coverage.js";
export { sayCumulative } from "./cumulative.js";
export { lowerFirst, nameOfPart, nounOf } from "./nouns.js";
export { type BoundWord, bind, lead, NOT_YET, type Phrase, SILENT, type Subject, wordsOf } from "./phrase.js";
export { partsOfShare, sayShare } from "./share.js";
export { isBehind, sayTarget } from "./target.js";

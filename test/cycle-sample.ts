/** The figures of the demo are those of the tests. */
export { type SampleFigures, type SampleOptions, sampleFigures } from "../src/cli/demo/cycle/sample-figures.js";

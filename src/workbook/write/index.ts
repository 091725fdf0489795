/** Writing of outline workbooks. */
export { stampOf, writeOutline } from "./patch.js";
export type { OutlineOptions, Prefill } from "./prefill.js";
export { makeStencil, type Stencil, stencilFor } from "./stencil.js";

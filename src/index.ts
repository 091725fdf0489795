/** The library: everything that the command line does, as functions. */
export { readFonts } from "./assets.js";
export { type CheckOptions, checkDraft } from "./check.js";
export type { Finding, Place, Severity } from "./findings/finding.js";
export type { Page } from "./layout/page.js";
export { paginate } from "./layout/paginate/index.js";
export { style } from "./layout/style/index.js";
export type { StyledDocument } from "./layout/styled.js";
export { Document } from "./model/document.js";
export { Plan } from "./model/plan.js";
export { chooseNorm } from "./norms/choose.js";
export type { Norm } from "./norms/norm.js";
export { type PlanOptions, type PlanReading, readPlan } from "./plan/read-plan.js";
export { preflight } from "./preflight/index.js";
export { projectText } from "./projection/project-text.js";
export { type OutputFormat, type Rendering, type RenderOptions, render } from "./render.js";
export { checkDocument } from "./rules/index.js";
export { parseDraft } from "./source/draft/index.js";
export { writeDraft } from "./writers/draft/index.js";

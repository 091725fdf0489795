/** Writes docs/quy-tac.md. Run again after changing a rule or a norm. */
import { writeFileSync } from "node:fs";
import { rulesDocument } from "./rules-document.js";

writeFileSync("docs/quy-tac.md", rulesDocument());

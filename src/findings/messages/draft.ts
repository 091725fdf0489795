import type { Wording } from "../finding.js";
import { reporter } from "../report.js";
import { BODY_WORDINGS } from "./draft/body.js";
import { CLOSING_WORDINGS } from "./draft/closing.js";
import { FILE_WORDINGS } from "./draft/file.js";
import { HEADER_WORDINGS } from "./draft/header.js";
import { TABLE_WORDINGS } from "./draft/table.js";
import { YAML_WORDINGS } from "./draft/yaml.js";

/** Everything that can be said about a draft. */
const CATALOGUE = {
  ...FILE_WORDINGS,
  ...YAML_WORDINGS,
  ...HEADER_WORDINGS,
  ...CLOSING_WORDINGS,
  ...BODY_WORDINGS,
  ...TABLE_WORDINGS,
} satisfies { readonly [id: string]: Wording<never> };

/** Words a finding about a draft. */
export const reportDraft = reporter(CATALOGUE);

/** The ids of all findings about drafts. */
export const DRAFT_FINDINGS = Object.keys(CATALOGUE) as readonly (keyof typeof CATALOGUE)[];

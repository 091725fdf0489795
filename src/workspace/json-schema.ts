import { WorkspaceFile } from "./schema.js";
import { yamlJsonSchema } from "./yaml-json-schema.js";

/** The JSON Schema of `vanthu.yaml`. */
export function workspaceJsonSchema(): object {
  return yamlJsonSchema(WorkspaceFile, "vanthu.yaml");
}

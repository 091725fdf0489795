import { yamlJsonSchema } from "../workspace/yaml-json-schema.js";
import { UnitsFile } from "./declaration.js";

/** The JSON Schema of `don-vi.yaml`. */
export function unitsJsonSchema(): object {
  return yamlJsonSchema(UnitsFile, "don-vi.yaml");
}

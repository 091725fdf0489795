import { yamlJsonSchema } from "../workspace/yaml-json-schema.js";
import { FormSetFile } from "./load/schema.js";

/** The JSON Schema of a form set's main file; a part has the same keys, without those that name the set. */
export const formSetJsonSchema = (): object => yamlJsonSchema(FormSetFile, "bieu-mau.yaml");

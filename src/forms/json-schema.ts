import { yamlJsonSchema } from "../workspace/yaml-json-schema.js";
import { FormSetFile, PartFile } from "./load/schema.js";

/** The JSON Schema of a form set's main file. */
export const formSetJsonSchema = (): object => yamlJsonSchema(FormSetFile, "bieu-mau.yaml");

/** The JSON Schema of a file that continues a form set. */
export const formSetPartJsonSchema = (): object => yamlJsonSchema(PartFile, "bieu-mau/*.yaml");

/**
 * Writes schemas/form-set.schema.json and schemas/form-set-part.schema.json, by which an editor helps to write a form set.
 * Run again after changing src/forms/load/schema.ts.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { formSetJsonSchema, formSetPartJsonSchema } from "../src/forms/json-schema.js";

mkdirSync("schemas", { recursive: true });
const write = (name: string, schema: object): void =>
  writeFileSync(`schemas/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
write("form-set", formSetJsonSchema());
write("form-set-part", formSetPartJsonSchema());

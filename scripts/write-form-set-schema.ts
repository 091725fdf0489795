/**
 * Writes schemas/form-set.schema.json, by which an editor helps to write a form set.
 * Run again after changing src/forms/load/schema.ts.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { formSetJsonSchema } from "../src/forms/json-schema.js";

mkdirSync("schemas", { recursive: true });
writeFileSync("schemas/form-set.schema.json", `${JSON.stringify(formSetJsonSchema(), null, 2)}\n`);

/**
 * Writes schemas/workspace.schema.json, by which an editor helps to fill in vanthu.yaml.
 * Run again after changing src/workspace/schema.ts.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { workspaceJsonSchema } from "../src/workspace/json-schema.js";

mkdirSync("schemas", { recursive: true });
writeFileSync("schemas/workspace.schema.json", `${JSON.stringify(workspaceJsonSchema(), null, 2)}\n`);

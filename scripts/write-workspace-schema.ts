/**
 * Writes schemas/workspace.schema.json and schemas/units.schema.json, by which an editor helps to fill in vanthu.yaml
 * and don-vi.yaml. Run again after changing src/workspace/schema.ts or src/organisation/declaration.ts.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { unitsJsonSchema } from "../src/organisation/json-schema.js";
import { workspaceJsonSchema } from "../src/workspace/json-schema.js";

mkdirSync("schemas", { recursive: true });
const write = (name: string, schema: object): void =>
  writeFileSync(`schemas/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
write("workspace", workspaceJsonSchema());
write("units", unitsJsonSchema());

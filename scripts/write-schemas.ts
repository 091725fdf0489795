/** Writes the JSON Schema that editors use for the header of a draft. Run after a key of the header has changed. */
import { mkdirSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { DraftHeader } from "../src/source/draft/header/schema.js";

const folder = new URL("../schemas/", import.meta.url);
mkdirSync(folder, { recursive: true });
const schema = z.toJSONSchema(DraftHeader, { io: "input" });
writeFileSync(new URL("draft-header.schema.json", folder), `${JSON.stringify(schema, undefined, 2)}\n`);

/**
 * Writes the JSON Schemas of a draft's header, which editors use, of a plan as data, which `vanthu tasks --json` prints,
 * and of a comparison, which `vanthu diff --json` prints. Run after one of them has changed.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { Plan } from "../src/model/plan.js";
import { ComparisonResult } from "../src/review/report/result.js";
import { DraftHeader } from "../src/source/draft/header/schema.js";

const folder = new URL("../schemas/", import.meta.url);
mkdirSync(folder, { recursive: true });
const write = (name: string, schema: object): void =>
  writeFileSync(new URL(`${name}.schema.json`, folder), `${JSON.stringify(schema, undefined, 2)}\n`);
write("draft-header", z.toJSONSchema(DraftHeader, { io: "input" }));
write("plan", z.toJSONSchema(Plan, { io: "input" }));
write("comparison", z.toJSONSchema(ComparisonResult));

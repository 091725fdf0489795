import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";
import { Plan } from "../src/model/plan.js";

it("is published as the model says", () => {
  const published: unknown = JSON.parse(readFileSync(new URL("../schemas/plan.schema.json", import.meta.url), "utf8"));
  expect(published).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(Plan, { io: "input" }))));
});

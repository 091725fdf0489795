import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { Plan } from "../src/model/plan.js";
import { makeDesk } from "./cli.environment.js";

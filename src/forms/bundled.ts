import { readdirSync, readFileSync } from "node:fs";
import { assetPath } from "../assets.js";
import type { FormSet } from "./form-set.js";
import { loadFormSet } from "./load.js";

const FOLDER = "form-sets";
const NEWEST = "xd-to-chuc-dang-2026-1.yaml";

function readOrNothing(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

const loaded = new Map<string, FormSet>();

/** A form set of the package, loaded once: what is worked out from it is kept by it. */
function readFormSet(name: string): FormSet {
  const known = loaded.get(name) ?? loadFromPackage(name);
  loaded.set(name, known);
  return known;
}

function loadFromPackage(name: string): FormSet {
  const text = readFileSync(assetPath(FOLDER, name), "utf8");
  const { formSet, findings } = loadFormSet(text, `${FOLDER}/${name}`, (part) =>
    readOrNothing(assetPath(FOLDER, part)),
  );
  if (formSet === undefined) throw new Error(`${FOLDER}/${name}: ${findings.map(({ found }) => found).join(" ")}`);
  return formSet;
}

/**
 * The form set that travels with the program, in its newest version.
 *
 * @throws Error when the package is incomplete
 */
export async function readBundledFormSet(): Promise<FormSet> {
  return readFormSet(NEWEST);
}

/**
 * Every form set that travels with the program, old versions included: returns on them stay readable.
 *
 * @throws Error when the package is incomplete
 */
export async function readBundledFormSets(): Promise<readonly FormSet[]> {
  return readdirSync(assetPath(FOLDER))
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map(readFormSet);
}

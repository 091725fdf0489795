/** The form sets at hand: those of the workspace's `bieu-mau/`, and those that travel with the program. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { assetPath } from "../../assets.js";
import type { Finding } from "../../findings/finding.js";
import { reportCycleCall } from "../../findings/messages/cycle-cli.js";
import { nearest } from "../../findings/nearest.js";
import { type FormSet, formsFor, loadFormSet } from "../../forms/index.js";
import type { Period } from "../../periods/index.js";
import { formSetKey } from "../../workbook/read/index.js";
import { readYamlTree } from "../../workspace/yaml-tree.js";
import type { Environment } from "../environment.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";

/** Folder of a workspace's own form sets. */
export const FORMS_FOLDER = "bieu-mau";

/** A form set with the hash by which an edit after its first use is noticed. */
export interface FormSetAtHand {
  readonly formSet: FormSet;
  /** Over what the declaration says; comments and line ends do not count. */
  readonly hash: string;
  /** Of the workspace itself. */
  readonly own: boolean;
}

type Texts = ReadonlyMap<string, string>;

const YAML = /\.ya?ml$/iu;

/** Texts of the YAML files of a folder and of the folders in it, by their path from it. */
async function readTexts(folder: string, { files }: Environment): Promise<Texts> {
  const texts = new Map<string, string>();
  if ((await files.kind(folder)) !== "folder") return texts;
  const read = async (prefix: string, deeper: boolean): Promise<void> => {
    for (const name of await files.list(join(folder, prefix))) {
      const path = join(folder, prefix, name);
      const kind = await files.kind(path);
      if (kind === "folder" && deeper && !name.startsWith(".")) await read(`${prefix}${name}/`, false);
      if (kind === "file" && YAML.test(name)) {
        texts.set(`${prefix}${name}`, new TextDecoder().decode(await files.read(path)).replace(/^\uFEFF/u, ""));
      }
    }
  };
  await read("", true);
  return texts;
}

/** Hash over the declarations of a form set's files. */
function hashOf(names: readonly string[], texts: Texts): string {
  const hash = createHash("sha256");
  for (const name of names) {
    const { tree } = readYamlTree((texts.get(name) ?? "").normalize("NFC"), name);
    hash.update(JSON.stringify(tree?.value ?? texts.get(name) ?? ""));
  }
  return hash.digest("hex");
}

const loaded = new Map<string, Outcome<readonly FormSetAtHand[]>>();

/** The same texts are loaded once in a run of many commands. */
function loadAll(texts: Texts, shown: string, own: boolean): Outcome<readonly FormSetAtHand[]> {
  const key = createHash("sha256")
    .update(JSON.stringify([shown, own, ...texts]))
    .digest("hex");
  const known = loaded.get(key) ?? loadTexts(texts, shown, own);
  loaded.set(key, known);
  return known;
}

function loadTexts(texts: Texts, shown: string, own: boolean): Outcome<readonly FormSetAtHand[]> {
  const loaded: FormSetAtHand[] = [];
  const findings: Finding[] = [];
  for (const [name, text] of texts) {
    if (name.includes("/")) continue;
    const parts = [name];
    const result = loadFormSet(text, `${shown}/${name}`, (part) => {
      parts.push(part);
      return texts.get(part);
    });
    if (result.formSet === undefined) findings.push(...result.findings);
    else loaded.push({ formSet: result.formSet, hash: hashOf(parts, texts), own });
  }
  return findings.length > 0 ? { ok: false, findings } : { ok: true, value: loaded };
}

const keyOf = ({ formSet }: FormSetAtHand): string => formSetKey(formSet.id, formSet.version);

/**
 * Reads all form sets; one of the workspace stands for the bundled one of the same id and version.
 *
 * @param root folder of the workspace, absolute
 */
export async function readFormSets(root: string, environment: Environment): Promise<Outcome<readonly FormSetAtHand[]>> {
  const folder = join(root, FORMS_FOLDER);
  const shown = shownPath(folder, environment.cwd);
  const texts = await attempt(shown, "read", () => readTexts(folder, environment));
  if (!texts.ok) return texts;
  const own = loadAll(texts.value, shown, true);
  if (!own.ok) return own;
  const bundledTexts = await readTexts(assetPath("form-sets"), environment);
  // the workspace's copy keeps its name: it need not be read twice
  const others = new Map([...bundledTexts].filter(([name]) => name.includes("/") || !texts.value.has(name)));
  const bundled = loadAll(others, "form-sets", false);
  if (!bundled.ok) throw new Error(bundled.findings.map(({ found }) => found).join(" "));
  const known = new Set(own.value.map(keyOf));
  return { ok: true, value: [...own.value, ...bundled.value.filter((each) => !known.has(keyOf(each)))] };
}

const asks = ({ formSet }: FormSetAtHand, { kind }: Period): boolean =>
  formSet.unitKinds.some(({ id }) => formsFor(formSet, id, kind).length > 0);

const byVersion = new Intl.Collator("en", { numeric: true });

const refuse = (finding: Finding): Outcome<never> => ({ ok: false, findings: [finding] });

/**
 * The form set of a period: the one that it was opened with; else the newest version of the only one that asks for
 * anything in such a period, the workspace's own before the bundled ones.
 *
 * @param opened with which the period was opened
 * @param wanted id that the call names
 */
export function chooseFormSet(
  atHand: readonly FormSetAtHand[],
  period: Period,
  opened: { readonly id: string; readonly version: string } | undefined,
  wanted: string | undefined,
): Outcome<FormSetAtHand> {
  if (opened !== undefined) {
    const { id, version } = opened;
    const found = atHand.find((each) => keyOf(each) === formSetKey(id, version));
    if (found !== undefined) return { ok: true, value: found };
    return refuse(reportCycleCall("cycle-cli/form-set-gone", { formSet: id, version }));
  }
  const asking = atHand.filter((each) => asks(each, period));
  const own = asking.filter((each) => each.own);
  const named = wanted === undefined ? undefined : asking.filter(({ formSet }) => formSet.id === wanted);
  if (wanted !== undefined && named?.length === 0) {
    const meant = nearest(
      wanted,
      asking.map(({ formSet }) => formSet.id),
    );
    return refuse(
      reportCycleCall("cycle-cli/unknown-form-set", { typed: wanted, nearest: meant, period: period.name }),
    );
  }
  const candidates = named ?? (own.length > 0 ? own : asking);
  const ids = [...new Set(candidates.map(({ formSet }) => formSet.id))];
  if (ids.length > 1) return refuse(reportCycleCall("cycle-cli/several-form-sets", { formSets: ids }));
  const newest = [...candidates].sort((a, b) => byVersion.compare(a.formSet.version, b.formSet.version)).at(-1);
  if (newest === undefined) return refuse(reportCycleCall("cycle-cli/no-form-set", { period: period.name }));
  return { ok: true, value: newest };
}

import type { Finding, Place } from "../findings/finding.js";
import { reportOrganisation } from "../findings/messages/organisation.js";
import { checkYaml } from "../workspace/yaml-check.js";
import { readYamlTree } from "../workspace/yaml-tree.js";
import { checkSuccessions } from "./check-successions.js";
import { checkUnits, type UnitsSheet } from "./check-units.js";
import {
  CODE_KEYED,
  dayOf,
  figureOf,
  levelOf,
  type SuccessionEntry,
  type UnitEntry,
  UnitsFile,
} from "./declaration.js";
import { type Life, livesOf } from "./lives.js";
import type { Handover, Succession, Unit, UnitName, UnitRegister } from "./register.js";

/** The register of units, what was found in its file, and where in the file a unit, step or handover stands. */
export interface LoadedUnits {
  /** Absent when an error was found. */
  readonly register?: UnitRegister;
  readonly findings: readonly Finding[];
  readonly placeOf: (part: Unit | Succession | Handover) => Place | undefined;
}

const nameOf = (entry: Pick<UnitEntry, "tên" | "tên ngắn" | "viết tắt">): UnitName => ({
  official: entry.tên,
  ...(entry["tên ngắn"] === undefined ? {} : { short: entry["tên ngắn"] }),
  ...(entry["viết tắt"] === undefined ? {} : { abbreviated: entry["viết tắt"] }),
});

function unitOf(entry: UnitEntry, { from, until }: Pick<Life, "from" | "until">): Unit {
  const level = levelOf(entry);
  const renames = (entry["đổi tên"] ?? []).map((rename) => {
    const day = dayOf(rename.từ);
    return { ...nameOf(rename), ...(day === undefined ? {} : { from: day }) };
  });
  return {
    code: entry.mã,
    kind: entry.loại,
    ...(entry["khu vực"] === undefined ? {} : { area: entry["khu vực"] }),
    ...(entry["cấp trên"] === undefined ? {} : { superior: entry["cấp trên"] }),
    ...(level === undefined ? {} : { level }),
    names: [nameOf(entry), ...renames],
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}

/** One handover for each figure of an entry, with the keys that lead to it in the file. */
function handoversOf(
  entry: SuccessionEntry,
): readonly { readonly handover: Handover; readonly path: readonly PropertyKey[] }[] {
  return (entry["bàn giao"] ?? []).flatMap((given, index) =>
    Object.entries(given["số liệu"]).map(([indicator, figure]) => ({
      path: ["bàn giao", index, "số liệu", indicator],
      handover: {
        from: given.từ ?? entry.từ[0] ?? "",
        to: given.đến,
        indicator,
        value: figureOf(figure),
        ...(given["văn bản"] === undefined ? {} : { document: given["văn bản"] }),
      },
    })),
  );
}

/** What a file without faults means. */
function registerOf({ file, lives, placeOf }: UnitsSheet) {
  const places = new Map<Unit | Succession | Handover, Place>();
  const note = <T extends Unit | Succession | Handover>(
    part: T,
    path: readonly PropertyKey[],
    at: "key" | "value",
  ): T => {
    places.set(part, placeOf(path, at));
    return part;
  };
  const units = file["đơn vị"].map((entry, index) =>
    note(unitOf(entry, lives.get(entry.mã) ?? {}), ["đơn vị", index], "value"),
  );
  const successions = (file["sắp xếp"] ?? []).map((entry, index) => {
    const path = ["sắp xếp", index];
    const handovers = handoversOf(entry).map((each) => note(each.handover, [...path, ...each.path], "key"));
    return note({ day: dayOf(entry.ngày) ?? "", from: entry.từ, to: entry.thành, handovers }, path, "value");
  });
  const areas = file["khu vực"];
  return { register: { ...(areas === undefined ? {} : { areas }), units, successions }, places };
}

const nowhere = (): undefined => undefined;

/**
 * Reads `don-vi.yaml`: units, their names and days, and what became of them.
 *
 * @param yamlText the file's text
 * @param file its path as it is to stand in findings
 */
export function loadUnits(yamlText: string, file: string): LoadedUnits {
  const { tree, findings } = readYamlTree(yamlText.normalize("NFC"), file, CODE_KEYED);
  if (tree === undefined) return { findings, placeOf: nowhere };
  if (typeof tree.value === "string" || Array.isArray(tree.value)) {
    const place = { file, line: 1, column: 1 };
    return { findings: [reportOrganisation("organisation/not-a-map", {}, place)], placeOf: nowhere };
  }
  const checked = checkYaml(UnitsFile, tree);
  if (checked.data === undefined) return { findings: checked.findings, placeOf: nowhere };
  const sheet: UnitsSheet = { file: checked.data, lives: livesOf(checked.data), placeOf: tree.placeOf };
  const found = [...checkUnits(sheet), ...checkSuccessions(sheet)];
  if (found.some(({ severity }) => severity === "error")) return { findings: found, placeOf: nowhere };
  const { register, places } = registerOf(sheet);
  return { register, findings: found, placeOf: (part) => places.get(part) };
}

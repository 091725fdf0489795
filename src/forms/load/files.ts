import type { Finding } from "../../findings/finding.js";
import { reportForms } from "../../findings/messages/forms.js";
import { checkYaml } from "../../workspace/yaml-check.js";
import { readYamlTree, type YamlTree } from "../../workspace/yaml-tree.js";
import { fillParameters, type Parameters, parametersOf } from "./parameters.js";
import { type Entry, entriesOf } from "./places.js";
import {
  type CheckEntry,
  type FormEntry,
  FormSetFile,
  type IndicatorGroupEntry,
  type OutlineEntry,
  PartFile,
  type RowGroupEntry,
} from "./schema.js";

/** Gives the text of a part of the form set by its path from the main file's folder; undefined when unreadable. */
export type PartReader = (name: string) => string | undefined;

/** All files of a form set, put together. */
export interface Declaration {
  readonly main: FormSetFile;
  readonly parameters: Parameters;
  readonly tree: YamlTree;
  readonly groups: readonly Entry<IndicatorGroupEntry>[];
  readonly rowGroups: readonly Entry<RowGroupEntry>[];
  readonly forms: readonly Entry<FormEntry>[];
  readonly outlines: readonly Entry<OutlineEntry>[];
  readonly checks: readonly Entry<CheckEntry>[];
}

function readMap(text: string, file: string): { readonly tree?: YamlTree; readonly findings: readonly Finding[] } {
  const { tree, findings } = readYamlTree(text.normalize("NFC"), file);
  if (tree === undefined) return { findings };
  if (typeof tree.value !== "string" && !Array.isArray(tree.value)) return { tree, findings };
  return { findings: [reportForms("forms/not-a-map", {}, { file, line: 1, column: 1 })] };
}

const besides = (file: string, name: string): string => file.replace(/[^/\\]*$/u, "") + name;

interface ReadPart {
  readonly tree: YamlTree;
  readonly data: PartFile;
}

function readPartFile(
  text: string,
  file: string,
  parameters: Parameters,
): { readonly part?: ReadPart; readonly findings: readonly Finding[] } {
  const { tree, findings } = readMap(text, file);
  if (tree === undefined) return { findings };
  const checked = checkYaml(PartFile, tree);
  if (checked.data === undefined) return { findings: checked.findings };
  const filled = fillParameters(checked.data, parameters, tree);
  return { part: { tree, data: filled.data }, findings: filled.findings };
}

/**
 * Reads the main file of a form set and the files that it names, and holds them against their schemas.
 *
 * @param file path of the main file as it is to stand in findings
 */
export function readDeclaration(
  text: string,
  file: string,
  readPart: PartReader,
): { readonly declaration?: Declaration; readonly findings: readonly Finding[] } {
  const { tree, findings } = readMap(text, file);
  if (tree === undefined) return { findings };
  const checked = checkYaml(FormSetFile, tree);
  if (checked.data === undefined) return checked;
  const parameters = parametersOf(checked.data);
  const main = fillParameters(checked.data, parameters, tree);
  const read = (main.data.tệp ?? []).map((name, index) => {
    const partText = readPart(name);
    return partText === undefined
      ? { findings: [reportForms("forms/part-missing", { name }, tree.placeOf(["tệp", index], "value"))] }
      : readPartFile(partText, besides(file, name), parameters);
  });
  const faults = [...main.findings, ...read.flatMap((part) => part.findings)];
  if (faults.length > 0) return { findings: faults };
  const parts: readonly ReadPart[] = [
    { tree, data: main.data },
    ...read.flatMap((each) => ("part" in each && each.part !== undefined ? [each.part] : [])),
  ];
  const collect = <K extends keyof PartFile>(key: K) =>
    parts.flatMap(({ tree: partTree, data }) =>
      entriesOf(data[key] as readonly NonNullable<PartFile[K]>[number][] | undefined, partTree, [key]),
    );
  return {
    findings: [],
    declaration: {
      main: main.data,
      parameters,
      tree,
      groups: collect("nhóm chỉ tiêu"),
      rowGroups: collect("nhóm dòng"),
      forms: collect("biểu"),
      outlines: collect("đề cương"),
      checks: collect("kiểm tra"),
    },
  };
}

import type { Finding } from "../findings/finding.js";
import { reportWorkspace } from "../findings/messages/workspace.js";
import { WorkspaceFile } from "./schema.js";
import { type Workspace, workspaceOf } from "./workspace.js";
import { checkYaml } from "./yaml-check.js";
import { readYamlTree } from "./yaml-tree.js";

/**
 * Reads `vanthu.yaml`.
 *
 * @param bytes of the file
 * @param file its path as it is to stand in findings
 * @param root its folder, absolute
 */
export function readWorkspace(
  bytes: Uint8Array,
  file: string,
  root: string,
): { readonly workspace?: Workspace; readonly findings: readonly Finding[] } {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes).normalize("NFC");
  } catch {
    return { findings: [reportWorkspace("workspace/not-utf8", {}, { file })] };
  }
  const { tree, findings } = readYamlTree(text, file);
  if (tree === undefined) return { findings };
  // an empty file is an office that says nothing
  const read = tree.value === "" ? { ...tree, value: {} } : tree;
  if (typeof read.value === "string" || Array.isArray(read.value)) {
    return { findings: [reportWorkspace("workspace/not-a-map", {}, { file, line: 1, column: 1 })] };
  }
  const checked = checkYaml(WorkspaceFile, read);
  if (checked.data === undefined) return checked;
  const followed = checked.data["kế hoạch"]?.map((path, index) => ({
    path,
    place: read.placeOf(["kế hoạch", index], "value"),
  }));
  const workspace = workspaceOf(checked.data, root);
  return { workspace: followed === undefined ? workspace : { ...workspace, followed }, findings: [] };
}

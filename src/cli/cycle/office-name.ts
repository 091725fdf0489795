import type { Workspace } from "../../workspace/workspace.js";

/** The desk as it is called in a sentence. */
export const officeName = ({ author, name }: Pick<Workspace, "author" | "name">): string =>
  author ?? name?.join(" ") ?? "cơ quan tổng hợp";

/** What has changed since something was made: why making it again may give something else. */
import { packageVersion } from "../../assets.js";
import type { Manifest } from "../../review/manifest/manifest.js";
import { sha256Of } from "../../review/sha256.js";
import type { Environment } from "../environment.js";
import { fontHashes, hashOfNorm } from "./make-manifest.js";
import { pathOf } from "./rebuild.js";

export type Cause =
  | { readonly kind: "input"; readonly file: string; readonly state: "changed" | "missing" }
  | { readonly kind: "norm"; readonly id: string }
  | { readonly kind: "font"; readonly face: string }
  | { readonly kind: "tool"; readonly old: string; readonly new: string };

async function inputCauses({ inputs }: Manifest, folder: string, { files }: Environment): Promise<Cause[]> {
  const causes: Cause[] = [];
  for (const { file, sha256 } of inputs) {
    const path = pathOf(file, folder);
    try {
      if (sha256Of(await files.read(path)) !== sha256) causes.push({ kind: "input", file, state: "changed" });
    } catch {
      causes.push({ kind: "input", file, state: "missing" });
    }
  }
  return causes;
}

/** Compares what went into a manifest's work with what there is now. */
export async function findCauses(manifest: Manifest, folder: string, environment: Environment): Promise<Cause[]> {
  const version = packageVersion();
  const fonts = new Map(fontHashes().map(({ file, sha256 }) => [file, sha256]));
  return [
    ...(await inputCauses(manifest, folder, environment)),
    ...manifest.norms.flatMap(({ id, sha256 }): Cause[] => (hashOfNorm(id) === sha256 ? [] : [{ kind: "norm", id }])),
    ...manifest.fonts.flatMap(({ file, sha256 }): Cause[] =>
      fonts.get(file) === sha256 ? [] : [{ kind: "font", face: file }],
    ),
    ...(version === manifest.tool.version ? [] : [{ kind: "tool", old: manifest.tool.version, new: version } as const]),
  ];
}

/** A cause in words. */
export function sayCause(cause: Cause): string {
  switch (cause.kind) {
    case "input":
      return cause.state === "changed"
        ? `${cause.file} đã thay đổi từ khi lập`
        : `${cause.file} không còn, hoặc không đọc được`;
    case "norm":
      return `quy tắc thể thức ${cause.id} của chương trình đã đổi`;
    case "font":
      return `phông chữ (${cause.face}) của chương trình đã đổi`;
    case "tool":
      return `chương trình khác phiên bản: lúc lập ${cause.old}, nay ${cause.new}`;
  }
}

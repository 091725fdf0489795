/** What a template of a starting draft may speak of. */
import { z } from "zod";
import type { Family } from "../model/document.js";
import { Line } from "../model/text.js";
import type { Workspace } from "../workspace/workspace.js";
import type { StartingDraft } from "./catalogue.js";

/** One line without control characters, never empty: `{{#if}}` then only asks whether the office has the thing. */
const Value = Line.trim()
  .min(1)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  .refine((text) => !/[\u0000-\u001f\u007f-\u009f]/u.test(text), { message: "control character" });
const Values = z.array(Value);

export const Context = z.strictObject({
  office: z.strictObject({
    superior: Values,
    name: Values.min(1),
    place: Value,
    bodyCode: Value,
    author: Value,
    archive: Value,
    tone: z.enum(["uỷ", "ủy"]),
  }),
  signer: z.strictObject({ lines: Values.min(1), name: Value }),
  year: z.number().int().min(1930).max(2999),
  type: z.strictObject({ name: Value, code: Value }),
});
export type Context = z.infer<typeof Context>;

/** What stands for something that the office has not declared; brackets are refused when the document is printed. */
const PLACEHOLDERS: {
  readonly [F in Family]: Omit<Context["office"], "tone"> & { readonly signer: Context["signer"] };
} = {
  party: {
    superior: ["[CƠ QUAN CẤP TRÊN]"],
    name: ["[CƠ QUAN BAN HÀNH]"],
    place: "[Địa danh]",
    bodyCode: "[MÃ CƠ QUAN]",
    author: "[tên cơ quan ban hành]",
    archive: "Lưu [nơi lưu]",
    signer: { lines: ["[QUYỀN HẠN]", "[CHỨC VỤ]"], name: "[Họ và tên]" },
  },
  state: {
    superior: ["[CƠ QUAN CHỦ QUẢN]"],
    name: ["[CƠ QUAN BAN HÀNH]"],
    place: "[Địa danh]",
    bodyCode: "[MÃ CƠ QUAN]",
    author: "[tên cơ quan ban hành]",
    archive: "Lưu: VT, [đơn vị soạn thảo]",
    signer: { lines: ["[QUYỀN HẠN]", "[CHỨC VỤ]"], name: "[Họ và tên]" },
  },
};

const MISSING_CODE = "[MÃ LOẠI]";

/** The type's code: the norm's; of a paper that the norm gives none, the office's own. */
export function typeCodeOf({ type }: StartingDraft, workspace: Workspace | undefined): string | undefined {
  return workspace?.typeCodes[type.slug] ?? type.code;
}

/**
 * The context of a starting draft.
 *
 * @param workspace of the office; brackets stand for whatever it does not say
 * @param year suggested in the draft
 * @throws ZodError when a value is not one printable line: a fault of the caller, for `vanthu.yaml` is checked before
 */
export function contextOf(draft: StartingDraft, workspace: Workspace | undefined, year: number): Context {
  const { signer, ...office } = PLACEHOLDERS[draft.type.family];
  // an office that declares its own name and no superior has none
  const superior = workspace?.superior ?? (workspace?.name === undefined ? office.superior : []);
  return Context.parse({
    office: {
      superior,
      name: workspace?.name ?? office.name,
      place: workspace?.place ?? office.place,
      bodyCode: workspace?.bodyCode ?? office.bodyCode,
      author: workspace?.author ?? office.author,
      archive: workspace?.archive?.replace(/[.;]+$/u, "") ?? office.archive,
      tone: workspace?.tone ?? (draft.type.family === "party" ? "uỷ" : "ủy"),
    },
    signer: {
      lines: workspace?.signer?.lines ?? signer.lines,
      name: workspace?.signer?.name ?? signer.name,
    },
    year,
    type: { name: draft.type.name, code: typeCodeOf(draft, workspace) ?? MISSING_CODE },
  });
}

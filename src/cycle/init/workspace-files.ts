/** The files of a new workspace. Pure: the texts of the program's own files are passed in. */

/** Folder of the schemas by which editors help. */
export const SCHEMAS_FOLDER = "luoc-do";

export interface WorkspaceSource {
  /** `vanthu.yaml`, `don-vi.yaml`, `README.md`. */
  readonly templates: ReadonlyMap<string, string>;
  /** Form sets by their path from their folder. */
  readonly formSets: ReadonlyMap<string, string>;
  readonly schemas: ReadonlyMap<string, string>;
}

const FORM_SETS_NOTE = `# Chép từ bộ biểu mẫu đề xuất đi kèm phần mềm; không phải biểu mẫu do cấp có thẩm quyền ban hành.
# Sửa trước khi dùng lần đầu. Đã mở kỳ với phiên bản này thì không sửa nữa: chép thành tệp khác, đổi “phiên bản”.
`;

/** The schema's place as seen from a workspace: `../schemas/` becomes `../luoc-do/`. */
const withSchema = (text: string): string =>
  text.replace(/^(# yaml-language-server: \$schema=(?:\.\.\/)*)schemas\//u, `$1${SCHEMAS_FOLDER}/`);

/** A form set's main file says in front where it comes from; the line for editors stays the first. */
function withNote(text: string): string {
  const end = text.startsWith("# yaml-language-server:") ? text.indexOf("\n") + 1 : 0;
  return text.slice(0, end) + FORM_SETS_NOTE + text.slice(end);
}

/**
 * All files of a new workspace by their path in it.
 *
 * @param formsFolder where a workspace keeps its form sets
 */
export function workspaceFiles(
  { templates, formSets, schemas }: WorkspaceSource,
  formsFolder: string,
): ReadonlyMap<string, string> {
  return new Map([
    ...templates,
    ...[...formSets].map(([path, text]) => {
      const own = withSchema(text);
      return [`${formsFolder}/${path}`, path.includes("/") ? own : withNote(own)] as const;
    }),
    ...[...schemas].map(([path, text]) => [`${SCHEMAS_FOLDER}/${path}`, text] as const),
  ]);
}

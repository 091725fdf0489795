/** `vanthu render --data`: one document for each row of a list. */
import { basename, dirname, join, resolve } from "node:path";
import { readFonts } from "../../assets.js";
import type { Finding } from "../../findings/finding.js";
import { reportCall } from "../../findings/messages/cli.js";
import { reportLetters } from "../../findings/messages/letters.js";
import {
  Columns,
  checkNames,
  type DataRow,
  type DataTable,
  fillDocument,
  fillReadKeys,
  type LetterTemplate,
  letterNames,
  readDataTable,
  readLetterTemplate,
  runTemplate,
  signOf,
} from "../../letters/index.js";
import { parseDraft } from "../../source/draft/index.js";
import { type Call, optionValue, type Report, refusal } from "../command.js";
import { collectDrafts } from "../drafts.js";
import type { Environment } from "../environment.js";
import { type Made, reportOn, writeOutputs } from "../made-documents.js";
import { workspaceFinder } from "../office.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";
import { checkOutputs } from "../outputs.js";
import { progress } from "../print.js";
import { attachmentReader, type DraftReading } from "../read-draft.js";
import { renderReading } from "../render-draft.js";
import type { RenderWishes } from "../render-options.js";

const refused = (...findings: readonly Finding[]): Outcome<never> => ({ ok: false, findings });

/** Everything that the letters are made from. */
interface Material {
  /** Absolute. */
  readonly draft: string;
  readonly bytes: Uint8Array;
  readonly template: LetterTemplate;
  readonly table: DataTable;
  readonly columns: Columns;
  readonly names: readonly string[];
  readonly findings: readonly Finding[];
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function readPattern(call: Call): Outcome<LetterTemplate | undefined> {
  const typed = optionValue(call, "name");
  if (typed === undefined) return { ok: true, value: undefined };
  const { template, findings } = readLetterTemplate(typed, "--name");
  return template === undefined ? { ok: false, findings } : { ok: true, value: template };
}

async function readMaterial(call: Call, environment: Environment): Promise<Outcome<Material>> {
  const { cwd, files } = environment;
  const data = optionValue(call, "data");
  if (data === undefined) return refused(reportLetters("letters/name-alone", {}));
  const drafts = await collectDrafts(call.args, environment);
  if (drafts.findings.length > 0) return { ok: false, findings: drafts.findings };
  const [draft, second] = drafts.paths;
  if (draft === undefined || second !== undefined) return refused(reportLetters("letters/one-draft", {}));
  const list = resolve(cwd, data);
  if ((await files.kind(list)) !== "file") return refused(reportCall("cli/not-found", { path: shownPath(list, cwd) }));
  const shown = shownPath(draft, cwd);
  const bytes = await attempt(shown, "read", () => files.read(draft));
  if (!bytes.ok) return bytes;
  const rows = await attempt(shownPath(list, cwd), "read", () => files.read(list));
  if (!rows.ok) return rows;
  const text = decode(bytes.value);
  // a draft that is no text is refused in the reader's own words
  if (text === undefined) return { ok: false, findings: (await parseDraft(bytes.value, { file: shown })).findings };
  const { template, findings } = readLetterTemplate(text, shown);
  if (template === undefined) return { ok: false, findings };
  const pattern = readPattern(call);
  if (!pattern.ok) return pattern;
  const asked = [...template.names, ...(pattern.value?.names ?? [])].map(({ name }) => name);
  const { table, findings: listed } = await readDataTable(rows.value, shownPath(list, cwd), asked);
  if (table === undefined) return { ok: false, findings: listed };
  const wrong = [template, ...(pattern.value === undefined ? [] : [pattern.value])].flatMap((each) =>
    checkNames(each, table),
  );
  const known = table.columns.filter((name) => name !== "");
  if (template.names.length === 0) wrong.push(reportLetters("letters/no-names", { columns: known }, { file: shown }));
  if (wrong.length > 0) return refused(...wrong);
  const columns = new Columns(table);
  const names = letterNames(basename(draft).replace(/\.md$/iu, ""), table.rows, columns, template, pattern.value);
  return { ok: true, value: { draft, bytes: bytes.value, template, table, columns, names, findings: listed } };
}

/** Drafts of rows with the same choices are the same until values come in: each is read once. */
class Readings {
  readonly #known = new Map<string, DraftReading>();

  constructor(
    readonly material: Material,
    readonly environment: Environment,
    readonly note: (name: string, row: number) => void,
  ) {}

  async of({ cells, row }: DataRow): Promise<DraftReading> {
    const { template, columns, draft } = this.material;
    const signed = runTemplate(template, cells, columns, (column, name) => {
      if ((cells[column] ?? "") === "") this.note(name, row);
      return signOf(column);
    });
    const text = fillReadKeys(signed, cells);
    const file = shownPath(draft, this.environment.cwd);
    const known = this.#known.get(text);
    const readAttachment = attachmentReader(draft, this.environment);
    const reading = known ?? (await parseDraft(text, { file, readAttachment }));
    this.#known.set(text, reading);
    if (reading.document === undefined) return reading;
    return { ...reading, ...fillDocument({ ...reading, document: reading.document }, cells) } as DraftReading;
  }
}

/** The same finding of many letters is told once; one of some letters says of which rows. */
function gathered(found: readonly { readonly row: number; readonly finding: Finding }[], rows: number, list: string) {
  const groups = new Map<string, { finding: Finding; rows: number[] }>();
  for (const { row, finding } of found) {
    const key = JSON.stringify([finding.id, finding.found, finding.place?.line, finding.place?.column]);
    const group = groups.get(key) ?? { finding, rows: [] };
    if (!group.rows.includes(row)) group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ finding, rows: own }): Finding => {
    if (own.length === rows) return finding;
    const shown = own.slice(0, 8).join(", ") + (own.length > 8 ? ` và ${own.length - 8} dòng khác` : "");
    return { ...finding, found: `${finding.found} (${list}, dòng ${shown})` };
  });
}

/**
 * Makes the letters.
 *
 * @param wishes of the call of `render`
 */
export async function renderLetters(call: Call, wishes: RenderWishes, environment: Environment): Promise<Report> {
  const { cwd } = environment;
  const material = await readMaterial(call, environment);
  if (!material.ok) return refusal(material.findings, 2);
  const { draft, bytes, table, names } = material.value;
  const out = optionValue(call, "out");
  const folder = out === undefined ? dirname(draft) : resolve(cwd, out);
  const pathOf = (index: number, format: string): string => join(folder, `${names[index]}.${format}`);
  const planned = table.rows.flatMap((_, index) =>
    wishes.formats.map((format) => ({ draft, path: pathOf(index, format) })),
  );
  const obstacles = await checkOutputs(planned, wishes.force, environment);
  if (obstacles.length > 0) return refusal(obstacles, 2);
  const workspace = await workspaceFinder(environment)(dirname(draft));
  if (!workspace.ok) return refusal(workspace.findings, 2);

  const fonts = readFonts();
  const empty = new Map<string, number[]>();
  const readings = new Readings(material.value, environment, (name, row) => {
    const rows = empty.get(name) ?? [];
    if (!rows.includes(row)) empty.set(name, [...rows, row]);
  });
  const made: Made[] = [];
  const found: { row: number; finding: Finding }[] = [];
  const bar = progress(table.rows.length, call.options.json === true, environment);
  for (const [index, row] of table.rows.entries()) {
    bar.step(index + 1, names[index] ?? "");
    const reading = await readings.of(row);
    const rendered = await renderReading(draft, { bytes, reading }, wishes, fonts, workspace.value, environment);
    found.push(...rendered.findings.map((finding) => ({ row: row.row, finding })));
    const nothing = { draft, outputs: [], pages: 0, findings: [] };
    if (rendered.rendering === undefined) {
      made.push({ ...nothing, state: rendered.unreadable ? "failed" : "refused" });
      continue;
    }
    const { files, pages } = rendered.rendering;
    const outputs = files.map((file) => ({ path: pathOf(index, file.format), bytes: file.bytes }));
    const written = await writeOutputs(outputs, wishes.force, environment);
    if (written.ok) made.push({ ...nothing, state: "written", outputs, pages });
    else {
      found.push(...written.findings.map((finding) => ({ row: row.row, finding })));
      made.push({ ...nothing, state: "failed" });
    }
  }
  bar.done();
  const list = shownPath(resolve(cwd, optionValue(call, "data") ?? ""), cwd);
  const blanks = [...empty].map(([name, rows]) => reportLetters("letters/empty-cell", { name, rows }, { file: list }));
  const report = reportOn(made, environment);
  return {
    ...report,
    findings: [...material.value.findings, ...blanks, ...gathered(found, table.rows.length, list)],
    result: {
      ...report.result,
      documents: made.map(({ state, outputs, pages }, index) => ({
        ...{ row: table.rows[index]?.row, name: names[index], state, pages },
        outputs: outputs.map(({ path }) => shownPath(path, cwd)),
      })),
    },
  };
}

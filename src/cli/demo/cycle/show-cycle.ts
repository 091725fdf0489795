/** The sample period in the demo's folder, and what its page says about it. */
import { rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { LEDGER_FOLDER } from "../../../cycle/ledger/index.js";
import type { Status } from "../../../cycle/status/status.js";
import { STANDING_WORDS, statusLine } from "../../../cycle/status/words.js";
import type { Finding } from "../../../findings/finding.js";
import { reportCall } from "../../../findings/messages/cli.js";
import type { RenderOptions } from "../../../render.js";
import type { Environment, OutputFile } from "../../environment.js";
import type { workspaceFinder } from "../../office.js";
import { attempt, type Outcome, shownPath } from "../../outcome.js";
import { renderDraft } from "../../render-draft.js";
import { FILES, REPORTS_FOLDER } from "../../report/report-files.js";
import type { DemoCycle } from "../page.js";
import type { loadPainter } from "../pictures.js";
import { type CycleRun, ISSUED_FOLDER, LETTER, PAGE, RECONCILED, runSamplePeriod, TABLE } from "./cycle-demo.js";
import { SCENARIO } from "./scenario.js";

/** Folder of the sample workspace among the samples, and of the period in the demo's folder. */
const FOLDER = "ky-bao-cao";

interface Means {
  /** Whether the demo's folder is new or an earlier demo's. */
  readonly own: boolean;
  readonly painter: NonNullable<Awaited<ReturnType<typeof loadPainter>>>;
  readonly fonts: RenderOptions["fonts"];
  readonly workspaceOf: ReturnType<typeof workspaceFinder>;
}

/** The sample workspace in one of the folders that the demo shows. */
export async function findSampleWorkspace(
  samples: readonly string[],
  { cwd, files }: Environment,
): Promise<string | undefined> {
  for (const sample of samples) {
    const folder = resolve(cwd, sample, FOLDER);
    if ((await files.kind(join(folder, "vanthu.yaml"))) === "file") return folder;
  }
  return undefined;
}

const hrefOf = (path: string): string => [FOLDER, ...path.split("/")].map(encodeURIComponent).join("/");

/**
 * Clears the place of the ledger: what a crash left beside an older one would spoil the new one.
 *
 * @param own whether the folder is an earlier demo's
 * @returns what stands in the way: a ledger that no demo has made is never touched
 */
async function clearLedger(folder: string, own: boolean, { files, cwd }: Environment): Promise<readonly Finding[]> {
  const ledger = join(folder, LEDGER_FOLDER);
  if ((await files.kind(ledger)) === undefined) return [];
  if (!own) return [reportCall("cli/foreign-ledger", { path: shownPath(folder, cwd) })];
  await rm(ledger, { recursive: true, force: true });
  return [];
}

/** Words for the files of a unit, by the ends of their names. */
const FILE_WORDS: readonly (readonly [end: RegExp, words: string])[] = [
  [/^phieu-ra-soat.*\.docx$/u, "phiếu rà soát"],
  [/-danh-dau.*\.xlsx$/u, "tệp đánh dấu"],
  [/^loi-nhan.*\.txt$/u, "lời nhắn"],
];

function linksOfUnit(unit: string, paths: readonly string[]): DemoCycle["units"][number]["links"] {
  const answers = `tra-loi/${SCENARIO.period}/${unit}/`;
  return [
    { href: hrefOf(`ra/${SCENARIO.period}/${unit}.xlsx`), text: "đề cương" },
    ...FILE_WORDS.flatMap(([end, text]) =>
      paths
        .filter((path) => path.startsWith(answers) && end.test(path.slice(answers.length)))
        .map((path) => ({ href: hrefOf(path), text })),
    ),
  ];
}

/** What a command said, as on a terminal. */
function saidBy({ report }: CycleRun["steps"][number]): string {
  const findings = report.findings.map(({ found, place }) => `${place?.file ?? "vanthu"}: ${found}`);
  return [...findings, ...report.lines].join("\n");
}

const statusOf = ({ steps }: CycleRun): Status | undefined =>
  steps.map(({ report }) => report.result.status as Status | undefined).find((status) => status !== undefined);

/** What a command said, without the files that it wrote. */
const saidOf = ({ steps }: CycleRun, command: string): string =>
  (steps.findLast((step) => step.command.includes(command))?.report.lines ?? [])
    .filter((line) => !line.startsWith("Đã ghi"))
    .join(" ");

/** The report's files, as the page calls them. */
const REPORT_FILES: readonly (readonly [end: string, words: string])[] = [
  [".md", "Báo cáo (bản thảo)"],
  [".docx", "Dự thảo (DOCX)"],
  [".pdf", "Dự thảo (PDF)"],
  [".phu-luc.xlsx", "Phụ lục (XLSX)"],
  [".y-kien.docx", "Ý kiến đơn vị (DOCX)"],
  [".trace.json", "Truy vết số liệu"],
];
const REPORT_FOLDER = `${REPORTS_FOLDER}/${SCENARIO.period}`;
const reportFile = (end: string): string => `${REPORT_FOLDER}/bao-cao-${SCENARIO.period}${end}`;
const REPORT_PAGE = `${REPORT_FOLDER}/${FILES.page()}`;
/** The report as it leaves. */
const issuedFile = (end: string): string => `${REPORT_FOLDER}/${ISSUED_FOLDER}/bao-cao-${SCENARIO.period}${end}`;
/** Pages of the draft that are shown: its text; the annexes are those of the report that leaves. */
const DRAFT_PAGES = 6;

/** The reminder as it would leave: documents beside its draft, pictures of its pages. */
async function showLetter(folder: string, { painter, fonts, workspaceOf }: Means, environment: Environment) {
  const draft = join(folder, LETTER);
  const wishes = { formats: ["docx", "pdf"] as const, asDraft: false, withSource: false };
  const { rendering } = await renderDraft(draft, wishes, fonts, workspaceOf, environment);
  const stem = LETTER.replace(/\.md$/u, "");
  const documents = (rendering?.files ?? []).map(({ format, bytes }) => ({ name: `${stem}.${format}`, bytes }));
  const pdf = rendering?.files.find(({ format }) => format === "pdf");
  const pages = pdf === undefined ? [] : await painter.paint(pdf.bytes);
  const pictures = pages.map((page, index) => ({ name: `${stem}-${index + 1}.png`, ...page }));
  return { documents, pictures };
}

/** Pictures of the pages of a PDF of the period. */
async function showPages(run: CycleRun, path: string, stem: string, { painter }: Means, most?: number) {
  const pdf = run.files.get(path);
  const pages = pdf === undefined ? [] : await painter.paint(pdf, most);
  return pages.map((page, index) => ({ name: `${stem}-${index + 1}.png`, ...page }));
}

async function write(files: readonly OutputFile[], { files: disk }: Environment): Promise<void> {
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) await disk.createFolder(folder);
  await disk.writeAll(files, "replace");
}

/**
 * Runs the sample period and writes it into the demo's folder.
 *
 * @param sample the sample workspace, absolute
 * @param out the demo's folder, absolute
 */
export async function showCycle(
  sample: string,
  out: string,
  means: Means,
  environment: Environment,
): Promise<Outcome<DemoCycle>> {
  const folder = join(out, FOLDER);
  return attemptAll(shownPath(folder, environment.cwd), async () => {
    const obstacles = await clearLedger(folder, means.own, environment);
    if (obstacles.length > 0) return { ok: false, findings: obstacles };
    const run = await runSamplePeriod(sample, environment);
    const status = statusOf(run);
    if (status === undefined || run.findings.length > 0) return { ok: false, findings: run.findings };
    await write(
      [...run.files].map(([path, bytes]) => ({ path: join(folder, ...path.split("/")), bytes })),
      environment,
    );
    const { documents, pictures } = await showLetter(folder, means, environment);
    const draftPictures = await showPages(run, reportFile(".pdf"), "du-thao", means, DRAFT_PAGES);
    const reportPictures = await showPages(run, issuedFile(".pdf"), "bao-cao", means);
    await write(
      [...documents, ...pictures, ...draftPictures, ...reportPictures].map(({ name, bytes }) => ({
        path: join(folder, name),
        bytes,
      })),
      environment,
    );
    const paths = [...run.files.keys()];
    const value: DemoCycle = {
      line: statusLine(status),
      reconciled: saidOf(run, " reconcile "),
      reported: saidOf(run, " report "),
      links: [
        { href: hrefOf(issuedFile(".docx")), text: "Báo cáo chính thức (DOCX)" },
        { href: hrefOf(issuedFile(".pdf")), text: "Báo cáo chính thức (PDF)" },
        { href: hrefOf(REPORT_PAGE), text: "Trang báo cáo: bấm vào số để xem nguồn" },
        ...REPORT_FILES.map(([end, text]) => ({ href: hrefOf(reportFile(end)), text })),
        { href: hrefOf(PAGE), text: "Tình hình gửi báo cáo" },
        { href: hrefOf(TABLE), text: "Tình hình (XLSX)" },
        { href: hrefOf(RECONCILED), text: "Đối soát số liệu (XLSX)" },
        { href: hrefOf(LETTER), text: "Công văn đôn đốc (bản thảo)" },
        ...documents.map(({ name }) => ({ href: hrefOf(name), text: name.replace(/^.*\./u, "").toUpperCase() })),
        { href: hrefOf(`ra/${SCENARIO.period}/${SCENARIO.period}.ics`), text: "Lịch" },
      ],
      steps: run.steps.map((step) => ({ command: step.command, said: saidBy(step) })),
      units: status.rows.map(({ unit, name, standing, daysLate }) => ({
        name,
        standing,
        words: `${STANDING_WORDS[standing]}${daysLate > 0 ? `, chậm ${daysLate} ngày` : ""}`,
        links: linksOfUnit(unit, paths),
      })),
      pictures: [
        ...shown(draftPictures, `Dự thảo báo cáo ${status.period.name}`),
        ...shown(reportPictures, `Báo cáo ${status.period.name}`),
        ...shown(pictures, "Công văn đôn đốc"),
      ],
    };
    return { ok: true, value };
  });
}

type Picture = Awaited<ReturnType<typeof showPages>>[number];

const shown = (pictures: readonly Picture[], title: string): DemoCycle["pictures"] =>
  pictures.map(({ name, width, height }, index) => ({
    ...{ href: hrefOf(name), width, height },
    alt: `${title}, trang ${index + 1}`,
  }));

/** As `attempt`, for work that has an outcome of its own. */
async function attemptAll<T>(shown: string, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const outcome = await attempt(shown, "write", work);
  return outcome.ok ? outcome.value : outcome;
}

import { dirname, resolve } from "node:path";
import { reportVerify } from "../../findings/messages/verify.js";
import { type FileDifference, fileDifferences } from "../../review/manifest/file-difference.js";
import { Manifest } from "../../review/manifest/manifest.js";
import { sha256Of } from "../../review/sha256.js";
import { type Handler, type Report, refusal } from "../command.js";
import type { Environment } from "../environment.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";
import { type Cause, findCauses, sayCause } from "./causes.js";
import { pathOf, type Rebuilt, rebuild } from "./rebuild.js";
import { sayDifference } from "./say-difference.js";

/** What became of one output. */
interface Verified {
  readonly file: string;
  /** `edited`: not the file that was written. */
  readonly onDisk: "same" | "edited" | "missing";
  /** `other`: made again it is something else. */
  readonly rebuilt: "same" | "other" | "notMade";
  /** From the file as it would be made to the file as it is; where only making changed, the other way round. */
  readonly differences: readonly FileDifference[];
}

async function readManifest(path: string, environment: Environment): Promise<Outcome<Manifest>> {
  const shown = shownPath(path, environment.cwd);
  const bytes = await attempt(shown, "read", () => environment.files.read(path));
  if (!bytes.ok) return bytes;
  const refused: Outcome<Manifest> = {
    ok: false,
    findings: [reportVerify("verify/not-manifest", {}, { file: shown })],
  };
  try {
    const parsed = Manifest.safeParse(JSON.parse(new TextDecoder().decode(bytes.value)));
    return parsed.success ? { ok: true, value: parsed.data } : refused;
  } catch {
    return refused;
  }
}

async function verifyOne(
  { file, sha256 }: Manifest["outputs"][number],
  rebuilt: Rebuilt,
  folder: string,
  { files }: Environment,
): Promise<Verified> {
  const again = rebuilt.files.get(file);
  const here = await files.read(pathOf(file, folder)).catch(() => undefined);
  const onDisk = here === undefined ? "missing" : sha256Of(here) === sha256 ? "same" : "edited";
  const made = again === undefined ? "notMade" : sha256Of(again) === sha256 ? "same" : "other";
  if (here === undefined || again === undefined || (onDisk === "same" && made === "same"))
    return { file, onDisk, rebuilt: made, differences: [] };
  const [from, to] = onDisk === "same" ? [here, again] : [again, here];
  return { file, onDisk, rebuilt: made, differences: await fileDifferences(from, to) };
}

/** Exit code where nothing was found to differ, and not everything could be made again. */
const NOT_VERIFIED = 2;
/** Differences of one file that are listed. */
const MOST_LISTED = 12;

function linesOf({ file, onDisk, rebuilt, differences }: Verified): string[] {
  if (onDisk === "same" && rebuilt === "same") return [`${file}: đúng như đã ghi.`];
  const words = [
    ...(onDisk === "missing" ? ["không còn tệp"] : []),
    ...(onDisk === "same" && rebuilt === "notMade" ? ["tệp khớp mã băm đã ghi"] : []),
    ...(onDisk === "edited" ? ["bị sửa sau khi lập"] : []),
    ...(rebuilt === "other" ? ["dựng lại ra khác"] : []),
    ...(rebuilt === "notMade" ? ["không dựng lại được"] : []),
  ];
  const more = differences.length - MOST_LISTED;
  return [
    `${file}: ${words.join("; ")}.`,
    ...differences.slice(0, MOST_LISTED).map((difference) => `  - ${sayDifference(difference)}`),
    ...(more > 0 ? [`  … và ${more} chỗ khác nữa.`] : []),
  ];
}

/** Why what was made again differs; nothing to say where it does not. */
function causeLines({ work }: Manifest, verified: readonly Verified[], causes: readonly Cause[]): string[] {
  if (verified.every(({ rebuilt }) => rebuilt === "same")) return [];
  const title = verified.some(({ rebuilt }) => rebuilt === "other")
    ? "Vì sao dựng lại ra khác:"
    : "Vì sao không dựng lại được:";
  if (causes.length > 0) return ["", title, ...causes.map((cause) => `  - ${sayCause(cause)}`)];
  if (verified.every(({ rebuilt }) => rebuilt !== "other")) return [];
  return [
    "",
    work.command === "report"
      ? "Vì sao dựng lại ra khác: số liệu trong sổ theo dõi đã thay đổi từ khi lập báo cáo."
      : "Bản thảo, quy tắc, phông chữ và phiên bản chương trình đều như khi lập; manifest.json có thể đã bị sửa.",
  ];
}

/** `vanthu verify`. */
export const verifyCommand: Handler = async (call, environment): Promise<Report> => {
  const [given] = call.args;
  if (given === undefined || call.args.length !== 1)
    return refusal([reportVerify("verify/one", { given: call.args.length })], 2);
  const path = resolve(environment.cwd, given);
  const read = await readManifest(path, environment);
  if (!read.ok) return refusal(read.findings, 2);
  const [manifest, folder] = [read.value, dirname(path)];
  const causes = await findCauses(manifest, folder, environment);
  const rebuilt = await rebuild(manifest, folder, environment);
  const verified: Verified[] = [];
  for (const output of manifest.outputs) verified.push(await verifyOne(output, rebuilt, folder, environment));
  const same = verified.filter(({ onDisk, rebuilt: made }) => onDisk === "same" && made === "same").length;
  const whole = same === verified.length;
  const untouched = verified.filter(({ onDisk }) => onDisk === "same").length;
  const differs = verified.some(({ onDisk, rebuilt: made }) => onDisk !== "same" || made === "other");
  return {
    exit: whole ? 0 : differs ? 1 : NOT_VERIFIED,
    findings: rebuilt.findings,
    lines: [
      ...verified.flatMap(linesOf),
      ...causeLines(manifest, verified, causes),
      "",
      whole
        ? `Cả ${same} tệp đúng như đã ghi.`
        : differs
          ? `${same}/${verified.length} tệp đúng như đã ghi.`
          : `${untouched}/${verified.length} tệp khớp mã băm đã ghi, nhưng ${verified.length - same} tệp chưa dựng lại được để đối chiếu: CHƯA kiểm xong.`,
    ],
    result: { outputs: verified, causes },
  };
};

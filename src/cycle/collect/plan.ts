/** Puts the files of one return together: a workbook with what came beside it (reporting §8.4). */
import { foldWord } from "../../findings/nearest.js";
import { READ_LIMITS, readStamp } from "../../workbook/read/index.js";
import { type IncomingFile, placeNames } from "./incoming.js";
import { type FilePurpose, foreignWords, purposeByContent, purposeByName } from "./kinds-of-files.js";
import type { UnitNaming } from "./named-unit.js";

/** A workbook with its attachments, or a zip that is still to be opened. */
export type Job =
  | { readonly kind: "return"; readonly workbook: IncomingFile; readonly attachments: readonly Attachment[] }
  | { readonly kind: "zip"; readonly zip: IncomingFile };

export interface Attachment {
  readonly file: IncomingFile;
  readonly purpose: "report" | "signed";
}

export interface Plan {
  readonly jobs: readonly Job[];
  readonly foreign: readonly { readonly file: IncomingFile; readonly what: string }[];
  readonly unplaced: readonly Attachment[];
}

interface SortedFile {
  readonly file: IncomingFile;
  readonly purpose: FilePurpose;
}

/** Files whose names say nothing are looked into, if they are small enough to be a return. */
async function sort(file: IncomingFile): Promise<SortedFile> {
  const purpose = purposeByName(file.name);
  if (purpose !== "unknown") return { file, purpose };
  if ((file.size ?? 0) > READ_LIMITS.file) return { file, purpose: "foreign" };
  const bytes = await file.load();
  return { file, purpose: bytes instanceof Uint8Array ? purposeByContent(bytes) : "workbook" };
}

/** The files of one place. */
interface Place {
  readonly workbooks: IncomingFile[];
  readonly attachments: Attachment[];
  readonly around: readonly string[];
}

function gather(sorted: readonly SortedFile[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const { file, purpose } of sorted) {
    if (purpose !== "workbook" && purpose !== "report" && purpose !== "signed") continue;
    const place = places.get(file.place) ?? { workbooks: [], attachments: [], around: file.around };
    places.set(file.place, place);
    if (purpose === "workbook") place.workbooks.push(file);
    else place.attachments.push({ file, purpose });
  }
  return places;
}

/** A folder "bản ký" with scans only belongs to the folder around it that holds workbooks. */
function lift(places: Map<string, Place>): void {
  for (const [name, place] of [...places]) {
    if (place.workbooks.length > 0) continue;
    const around = place.around.find((outer) => (places.get(outer)?.workbooks.length ?? 0) > 0);
    const outer = around === undefined ? undefined : places.get(around);
    if (outer === undefined) continue;
    outer.attachments.push(...place.attachments);
    places.delete(name);
  }
}

const stemOf = (name: string): string => foldWord(name.replace(/\.[^.]+$/u, ""));

/** Workbooks by their names without suffix; of two with one name the first. */
const stemsOf = (workbooks: readonly IncomingFile[]): ReadonlyMap<string, IncomingFile> =>
  new Map([...workbooks].reverse().map((workbook) => [stemOf(workbook.name), workbook]));

/** The workbook whose name an attachment has, perhaps with more behind it: `p-song-kim.xlsx`, `p-song-kim (bản ký).pdf`. */
function sameStem({ file }: Attachment, stems: ReadonlyMap<string, IncomingFile>): IncomingFile | undefined {
  for (
    let stem = stemOf(file.name);
    stem !== "";
    stem = stem.replace(/[^\p{L}\p{N}]*[\p{L}\p{N}]+[^\p{L}\p{N}]*$/u, "")
  ) {
    const workbook = stems.get(stem);
    if (workbook !== undefined) return workbook;
  }
  return undefined;
}

const byTime = (a: IncomingFile, b: IncomingFile): number =>
  a.modified - b.modified || (a.shown < b.shown ? -1 : Number(a.shown > b.shown));

async function stampedUnit(workbook: IncomingFile): Promise<string | undefined> {
  if ((workbook.size ?? 0) > READ_LIMITS.file) return undefined;
  const bytes = await workbook.load();
  return bytes instanceof Uint8Array ? readStamp(bytes).stamp?.unit : undefined;
}

/** Attachments by workbook; those that fit none are left over. */
interface Placement {
  readonly placed: ReadonlyMap<IncomingFile, readonly Attachment[]>;
  readonly left: readonly Attachment[];
}

/** Several workbooks lie together: attachments go by their names, to the newest workbook of the unit that they name. */
async function placeAmong(
  workbooks: readonly IncomingFile[],
  attachments: readonly Attachment[],
  naming: UnitNaming,
): Promise<Placement> {
  const placed = new Map<IncomingFile, Attachment[]>();
  const add = (workbook: IncomingFile, attachment: Attachment): void => {
    placed.set(workbook, [...(placed.get(workbook) ?? []), attachment]);
  };
  const stems = stemsOf(workbooks);
  const rest = attachments.filter((attachment) => {
    const workbook = sameStem(attachment, stems);
    if (workbook !== undefined) add(workbook, attachment);
    return workbook === undefined;
  });
  if (rest.length === 0) return { placed, left: [] };
  const newest = new Map<string, IncomingFile>();
  for (const workbook of [...workbooks].sort(byTime)) {
    const unit = await stampedUnit(workbook);
    if (unit !== undefined) newest.set(unit, workbook);
  }
  const only = newest.size === 1 ? [...newest.values()][0] : undefined;
  const left = rest.filter((attachment) => {
    const named = naming(stemOf(attachment.file.name))?.code;
    const workbook = (named === undefined ? undefined : newest.get(named)) ?? only;
    if (workbook !== undefined) add(workbook, attachment);
    return workbook === undefined;
  });
  return { placed, left };
}

/** Units that are certainly named by some texts. */
const certainly = (texts: readonly string[], naming: UnitNaming): readonly string[] =>
  texts.flatMap((text) => {
    const named = naming(text);
    return named?.certain ? [named.code] : [];
  });

const bareName = ({ name }: IncomingFile): string => name.replace(/\.[^.]+$/u, "");

/** Units that are certainly named by an attachment itself, and by the folders between it and the workbook's. */
function namedBy({ file }: Attachment, workbook: IncomingFile, naming: UnitNaming) {
  const places = [file.place, ...file.around];
  const between = placeNames(file).slice(0, Math.max(0, places.indexOf(workbook.place)));
  return { itself: certainly([bareName(file)], naming), between: certainly(between, naming) };
}

/** Takes out of a placement what certainly names another unit than the workbook's stamp. */
async function withoutOthers({ placed, left }: Placement, naming: UnitNaming): Promise<Placement> {
  const kept = new Map<IncomingFile, readonly Attachment[]>();
  const others: Attachment[] = [];
  for (const [workbook, attachments] of placed) {
    const named = attachments.map((attachment) => namedBy(attachment, workbook, naming));
    const anyNamed = named.some(({ itself, between }) => itself.length + between.length > 0);
    // one that cannot be read has only its name
    const unit = anyNamed ? ((await stampedUnit(workbook)) ?? certainly([bareName(workbook)], naming)[0]) : undefined;
    const isOther = (index: number): boolean => {
      const { itself = [], between = [] } = named[index] ?? {};
      return unit === undefined ? between.length > 0 : [...itself, ...between].some((code) => code !== unit);
    };
    kept.set(
      workbook,
      attachments.filter((_, index) => !isOther(index)),
    );
    others.push(...attachments.filter((_, index) => isOther(index)));
  }
  return { placed: kept, left: [...left, ...others] };
}

async function placeAttachments({ workbooks, attachments }: Place, naming: UnitNaming): Promise<Placement> {
  const [only] = workbooks;
  if (only === undefined) return { placed: new Map(), left: attachments };
  const placement =
    workbooks.length === 1
      ? { placed: new Map([[only, attachments]]), left: [] }
      : await placeAmong(workbooks, attachments, naming);
  return withoutOthers(placement, naming);
}

/**
 * Plans the work on some files: returns with their attachments, and zips, in the order of receipt.
 *
 * @param naming units that names of files speak of
 */
export async function planFiles(files: readonly IncomingFile[], naming: UnitNaming): Promise<Plan> {
  const sorted: SortedFile[] = [];
  for (const file of files) sorted.push(await sort(file));
  const places = gather(sorted);
  lift(places);
  const jobs: Job[] = sorted.flatMap(({ file, purpose }) => (purpose === "zip" ? [{ kind: "zip", zip: file }] : []));
  const unplaced: Attachment[] = [];
  for (const place of places.values()) {
    const { placed, left } = await placeAttachments(place, naming);
    unplaced.push(...left);
    for (const workbook of place.workbooks) {
      jobs.push({ kind: "return", workbook, attachments: placed.get(workbook) ?? [] });
    }
  }
  const fileOf = (job: Job): IncomingFile => (job.kind === "zip" ? job.zip : job.workbook);
  const dayOf = (job: Job): string => fileOf(job).receipt.day;
  return {
    jobs: jobs.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : byTime(fileOf(a), fileOf(b)))),
    foreign: sorted.flatMap(({ file, purpose }) =>
      purpose === "foreign" ? [{ file, what: foreignWords(file.name) }] : [],
    ),
    unplaced,
  };
}

/** Files in the tables: each once, by hash; and what lay in a return beside its workbook. */
import { z } from "zod";
import { type Connection, command, query } from "./connection.js";
import type { AttachmentRole } from "./contract.js";
import { type KeptFile, keptPath } from "./received-files.js";

const FILE = query(
  "SELECT sha256, size, suffix FROM files WHERE sha256 = :sha256",
  ["sha256"],
  z.object({ sha256: z.string(), size: z.number(), suffix: z.string() }),
);
const INSERT_FILE = command("INSERT INTO files VALUES (:sha256, :size, :suffix, :keptAt)", [
  "sha256",
  "size",
  "suffix",
  "keptAt",
]);

/** A file that the ledger has. */
export const findFile = (connection: Connection, sha256: string): KeptFile | undefined =>
  FILE.first(connection, { sha256 });

/** Writes that a file is kept, unless that is written. */
export function insertFile(connection: Connection, file: KeptFile, keptAt: string): void {
  if (findFile(connection, file.sha256) === undefined) INSERT_FILE(connection, { ...file, keptAt });
}

const ATTACHMENTS = query(
  `SELECT a.role, a.file_name AS name, f.sha256, f.size, f.suffix FROM attachments a JOIN files f ON f.sha256 = a.file
   WHERE a.revision = :revision ORDER BY a.role, a.file_name`,
  ["revision"],
  z
    .object({
      role: z.enum(["signed", "report", "other"]),
      name: z.string(),
      sha256: z.string(),
      size: z.number(),
      suffix: z.string(),
    })
    .transform(({ role, ...file }) => ({ role, file: { ...file, path: keptPath(file) } })),
);
const INSERT_ATTACHMENT = command("INSERT INTO attachments VALUES (:revision, :file, :role, :name)", [
  "revision",
  "file",
  "role",
  "name",
]);

/** A file that came with a workbook, as kept. */
export interface KeptAttachment {
  readonly role: AttachmentRole;
  readonly file: KeptFile & { readonly name: string };
}

/** What came with a revision's workbook. */
export const listAttachments = (connection: Connection, revision: number) => ATTACHMENTS.all(connection, { revision });

/** Writes what came with a revision's workbook, but for what is written already. */
export function insertAttachments(
  connection: Connection,
  revision: number,
  attachments: readonly KeptAttachment[],
  keptAt: string,
): void {
  const written = new Set(listAttachments(connection, revision).map(({ role, file }) => role + file.sha256));
  for (const { role, file } of attachments) {
    if (written.has(role + file.sha256)) continue;
    written.add(role + file.sha256);
    insertFile(connection, { sha256: file.sha256, size: file.size, suffix: file.suffix }, keptAt);
    INSERT_ATTACHMENT(connection, { revision, file: file.sha256, role, name: file.name });
  }
}

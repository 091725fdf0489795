/** An office that gives numbers: a code, a term of office, and the rows of its register. */
import { type Office, openOffice } from "./cli.environment.js";

export const REGISTER = "so-van-ban.csv";

export async function openRegistry(): Promise<Office> {
  const office = openOffice();
  await office.write("vanthu.yaml", "mã cơ quan: ĐU\nnhiệm kỳ:\n  từ: 20/6/2025\n  đến: 19/6/2030\n");
  return office;
}

/** Rows of the register, without its head. */
export const rowsOf = async (office: Office): Promise<string[]> =>
  (await office.read(REGISTER)).split("\r\n").slice(1, -1);

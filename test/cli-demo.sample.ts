/** An office with two samples and one that is not to be made. */
import { partyPlan, stateLetter } from "./cli.draft.js";
import { type Office, openOffice } from "./cli.environment.js";

export async function openDemoOffice(): Promise<Office> {
  const office = openOffice();
  await office.write("fixtures/ke hoạch.md", partyPlan("số: 12\nngày: 15/4/2026\n"));
  await office.write("fixtures/cong-van.md", stateLetter("ngày: /4/2026\n"));
  await office.write("fixtures/faulty/x.md", "không được lập");
  return office;
}

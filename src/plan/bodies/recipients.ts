/** Whether a body that has a duty is among those to whom the plan is sent. */
import type { RecipientEntry } from "../../model/closing.js";
import { foldInPlace } from "../../norms/tone.js";
import { splitBodies } from "./names.js";

/** Recipients that stand for many bodies, and the bodies that they stand for; all folded. */
const COLLECTIVES: readonly { readonly recipient: RegExp; readonly bodies: RegExp }[] = [
  { recipient: /^như (?:trên|điều|kính gửi)/u, bodies: /./u },
  {
    recipient: /các (?:ban|cơ quan)|ban đảng|ban xây dựng đảng|ban của (?:tỉnh|thành|đảng) ủy|cơ quan tham mưu/u,
    bodies:
      /^(?:ban (?:tổ chức|tuyên giáo|dân vận|nội chính|xây dựng)|văn phòng|ủy ban kiểm tra|các cơ quan tham mưu|báo|trường chính trị|cơ quan)/u,
  },
  {
    recipient: /các sở|sở, ban|sở, ngành|sở,/u,
    bodies: /^(?:các )?(?:sở|chi cục|cục|ban quản lý|thanh tra|công an tỉnh|bộ chỉ huy)/u,
  },
  {
    recipient: /tổ chức chính trị|đoàn thể|mặt trận tổ quốc|mttq/u,
    bodies:
      /liên đoàn lao động|công đoàn|tỉnh đoàn|đoàn thanh niên|^hội |ủy ban mặt trận|mttq|tổ chức chính trị|đoàn thể/u,
  },
  {
    recipient:
      /(?:đảng ủy|huyện ủy|cấp ủy|thành ủy|đảng bộ|chi bộ).*(?:trực thuộc|xã, phường|cơ sở)|các (?:huyện|đảng|cấp) ủy|các huyện, thị|đutt|các chi bộ/u,
    bodies: /đảng ủy|huyện ủy|thị ủy|thành ủy|cấp ủy|chi bộ|chi ủy|đảng bộ|cấp (?:cơ sở|huyện|xã)/u,
  },
  { recipient: /các phòng|phòng, ban|phòng chuyên môn/u, bodies: /^(?:các )?(?:phòng|văn phòng|thanh tra sở)/u },
  { recipient: /bcs đảng|ban cán sự/u, bodies: /ban cán sự|đảng đoàn/u },
  { recipient: /(?:ubnd|ủy ban nhân dân) các/u, bodies: /(?:ubnd|ủy ban nhân dân) (?:các|xã|phường|đặc khu)/u },
  {
    recipient: /thành viên (?:ban chỉ đạo|bcđ)/u,
    bodies: /^(?:các )?(?:đồng chí )?(?:thành viên|trưởng ban|phó trưởng ban|đoàn kiểm tra|tổ )/u,
  },
];

/** Bodies that no list of recipients names: "các cơ quan liên quan", a person of the issuer. */
const UNNAMED =
  /^(?:các |mỗi |từng |những )*(?:cơ quan|đơn vị|địa phương|ngành|đồng chí|đ\/c|người đứng đầu|thủ trưởng|cán bộ|đảng viên|doanh nghiệp|cấp (?:cơ sở|tỉnh|huyện|xã)|bí thư|xã|phường)/u;

const core = (text: string): string =>
  foldInPlace(text)
    .replace(/\((?:để )?b\/c\)|[;,.:*}]/gu, " ")
    .replace(/^(?:[-\s]*)(?:(?:các|những|toàn thể|giao|đồng chí|ban thường vụ|thường trực|lưu) )*/u, "")
    .replace(/\s+/gu, " ")
    .trim();

/**
 * Tells of a body whether it receives the plan: by its own name, by a name that holds it, or in a collective.
 *
 * @param recipients the entries under Nơi nhận
 */
export function recipientTest(recipients: readonly RecipientEntry[]): (body: string) => boolean {
  const lines = recipients
    .flatMap((entry) => (entry.kind === "group" ? entry.recipients : [entry]))
    .map((entry) => entry.lines.join(" "));
  const folded = lines.map(foldInPlace);
  const cores = lines.map(core);
  // several on one line: each alone stands for itself and for its own at every level
  const parts = lines.flatMap((line) => {
    const bodies = splitBodies(line.replace(/^[-–+]\s*/u, ""));
    return bodies.length < 2 ? [] : bodies.map(core).filter((name) => name.includes(" "));
  });
  return (body) => {
    const name = core(body);
    if (name === "" || UNNAMED.test(foldInPlace(body))) return true;
    if (
      cores.some(
        (recipient) => recipient.includes(name) || (recipient.split(" ").length > 1 && name.includes(recipient)),
      )
    )
      return true;
    if (parts.some((part) => name === part || name.startsWith(`${part} `))) return true;
    return COLLECTIVES.some(
      (rule) => rule.bodies.test(name) && folded.some((recipient) => rule.recipient.test(recipient)),
    );
  };
}

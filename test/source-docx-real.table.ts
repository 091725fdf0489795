/**
 * What a reader finds in the fourteen files of ../shared/real, and what is not there or has no place: headers, numbers,
 * headings, recipients, signatures. Facts only: of subjects and notes the first words, of signers the initials.
 */
export interface RealFile {
  /** Lines of the header's left column, top to bottom. */
  readonly issuer: readonly string[];
  /** How many of them name the superior. */
  readonly superior: number;
  readonly number: string;
  readonly placeDate: string;
  /** Slug of the norms' types. */
  readonly type: string;
  /** Its first words, and its lines. */
  readonly subject: readonly [string, number];
  readonly addressees: number;
  readonly legalBases: number;
  /** Marks of the headings, in order. */
  readonly headings: string;
  readonly recipients: number;
  /** Lines and initials. */
  readonly signature: readonly string[];
  readonly annexes: readonly string[];
  readonly notes: number;
  /** Not found: what the files themselves do not have. */
  readonly missing: readonly string[];
  /** First words of what could not be placed. */
  readonly unplaced: readonly string[];
  /** Words lost or invented. */
  readonly words: readonly string[];
}

const OPEN = ["số văn bản", "ngày, tháng, năm ký"];

/** By name of the file. */
export const REAL_FILES: Readonly<Record<string, RealFile>> = {
  // a công văn despite the name of the file; the rules of the header are typed with underscores
  "bao-cao-so": {
    issuer: ["UBND TỈNH LÀO CAI", "SỞ CÔNG THƯƠNG"],
    superior: 1,
    number: "Số: /SCT-CN",
    placeDate: "Lào Cai, ngày tháng 6 năm 2026",
    type: "cong-van",
    subject: ["V/v cập nhật công", 1],
    addressees: 1,
    legalBases: 0,
    headings: "",
    recipients: 2,
    signature: ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "H.V.T"],
    annexes: [],
    notes: 0,
    missing: OPEN,
    unplaced: [],
    words: [],
  },
  // the last 2.5 is the author's own slip; `(1).` is no mark of any norm and stays text
  "bao-cao-ubnd-tinh": {
    issuer: ["UỶ BAN NHÂN DÂN", "TỈNH LÀO CAI"],
    superior: 0,
    number: "Số: /BC-UBND",
    placeDate: "Lào Cai, ngày tháng năm 2026",
    type: "bao-cao",
    subject: ["Kết quả thực hiện", 1],
    addressees: 1,
    legalBases: 0,
    headings: "1. 2. 2.1. 2.2. 2.3. 2.4. 2.5. 2.6. 2.7. 2.5. 3. 4.",
    recipients: 7,
    signature: ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "N.T.S"],
    annexes: [],
    notes: 0,
    missing: OPEN,
    unplaced: [],
    words: [],
  },
  // where somebody is to sign stands the name of the office alone, and no recipients; the D before UBND is typed in the file
  "bao-cao-van-phong-ubnd": {
    issuer: ["DUBND TỈNH LÀO CAI", "VĂN PHÒNG"],
    superior: 1,
    number: "Số: /BC-VP",
    placeDate: "Lào Cai, ngày tháng 6 năm 2026",
    type: "bao-cao",
    subject: ["Tình hình triển khai", 1],
    addressees: 0,
    legalBases: 0,
    headings: "I. II. III. IV. V.",
    recipients: 0,
    signature: ["VĂN PHÒNG UBND TỈNH", ""],
    annexes: ["Phụ lục 1", "Phụ lục 2", "Phụ lục 3"],
    notes: 0,
    missing: ["nơi nhận", ...OPEN, "họ và tên người ký"],
    unplaced: [],
    words: [],
  },
  // points 8 to 11 are whole paragraphs, not headings
  "cong-van-ubnd-tinh-1": {
    issuer: ["ỦY BAN NHÂN DÂN", "TỈNH LÀO CAI"],
    superior: 0,
    number: "Số: /UBND-KT",
    placeDate: "Lào Cai, ngày tháng năm 2026",
    type: "cong-van",
    subject: ["V/v tăng cường công", 1],
    addressees: 5,
    legalBases: 0,
    headings: "1. 2. 3. 4. 5. 6. 7.",
    recipients: 6,
    signature: ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "N.T.S"],
    annexes: [],
    notes: 0,
    missing: OPEN,
    unplaced: [],
    words: [],
  },
  // addressees are set in with blanks, one of them over two paragraphs
  "cong-van-ubnd-tinh-2": {
    issuer: ["ỦY BAN NHÂN DÂN", "TỈNH LÀO CAI"],
    superior: 0,
    number: "Số: /UBND-KT",
    placeDate: "Lào Cai, ngày tháng 6 năm 2026",
    type: "cong-van",
    subject: ["V/v triển khai di", 1],
    addressees: 2,
    legalBases: 0,
    headings: "",
    recipients: 4,
    signature: ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "N.H.P"],
    annexes: [],
    notes: 0,
    missing: OPEN,
    unplaced: [],
    words: [],
  },
  // the samples that it prints in its text are headings without a mark, and are left out here
  "dang-huong-dan-36": {
    issuer: ["BAN CHẤP HÀNH TRUNG ƯƠNG", "VĂN PHÒNG"],
    superior: 1,
    number: "Số: 36-HD/VPTW",
    placeDate: "Hà Nội, ngày 03 tháng 4 năm 2018",
    type: "huong-dan",
    subject: ["THỂ THỨC VÀ KỸ", 1],
    addressees: 0,
    legalBases: 0,
    headings:
      "I- 1. 2. 3. 4. II- 1. 1.1. 1.1.1. 1.1.2. 1.2. 1.2.1. 1.2.2. 1.3. 1.3.1. 1.3.2. 1.4. 1.4.1. 1.4.2. 1.5. 1.5.1. 1.5.2. 1.6. 1.6.1. 1.6.2. 1.7. 1.7.1. 1.7.2. 1.8. 1.8.1. 1.8.2. 1.9. 1.9.1. 1.9.2. 2. 2.1. 2.2. 2.3. 2.4. 3. 3.1. 3.2. 3.3. 4. 4.1. 4.2. 4.3. 4.4. 4.5. III-",
    recipients: 5,
    signature: ["K/T CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "B.V.T"],
    annexes: ["PHỤ LỤC 1", "PHỤ LỤC 2", "PHỤ LỤC 3"],
    notes: 0,
    missing: [],
    unplaced: [],
    words: [],
  },
  "dang-nghi-quyet": {
    issuer: ["TỈNH UỶ ĐỒNG THÁP"],
    superior: 0,
    number: "Số -NQ/TU",
    placeDate: "Đồng Tháp, ngày tháng 3 năm 2026",
    type: "nghi-quyet",
    subject: ["về chuyển đổi số", 2],
    addressees: 0,
    legalBases: 4,
    headings: "I- II- III- IV-",
    recipients: 5,
    signature: ["T/M BAN THƯỜNG VỤ", "BÍ THƯ", "L.Q.P"],
    annexes: [],
    notes: 0,
    missing: OPEN,
    unplaced: [],
    words: [],
  },
  "dang-quy-che": {
    issuer: ["HUYỆN UỶ ĐỒNG VĂN", "ĐẢNG UỶ XÃ LŨNG CÚ"],
    superior: 1,
    number: "Số -QC/ĐU",
    placeDate: "Lũng Cú, ngày tháng năm 2025",
    type: "quy-che",
    subject: ["Quy chế làm việc", 3],
    addressees: 0,
    legalBases: 4,
    headings:
      "Chương I Điều 1. Điều 2. Điều 3. Chương II Điều 4. Điều 5. Điều 6. Chương III Điều 7. Điều 8. Điều 9. Điều 10. Chương IV Điều 11. Điều 12. Điều 13. Điều 14. Điều 15. Điều 16. Điều 17. Chương V Điều 18. Điều 19. Điều 20. Điều 21. Chương VI Điều 22. Điều 23. Điều 24. Chương VII Điều 25.",
    recipients: 4,
    signature: ["T/M ĐẢNG UỶ", "BÍ THƯ", "L.V.T"],
    annexes: [],
    notes: 0,
    missing: OPEN,
    unplaced: [],
    words: [],
  },
  // the footnote of an addressee stands in brackets behind the addressee
  "giay-moi-ubnd": {
    issuer: ["ỦY BAN NHÂN DÂN", "TỈNH LÀO CAI"],
    superior: 0,
    number: "Số: /GM-UBND",
    placeDate: "Lào Cai, ngày tháng 6 năm 2026",
    type: "giay-moi",
    subject: ["Về tình hình triển", 1],
    addressees: 4,
    legalBases: 0,
    headings: "2. 2.1. 2.2. 3.",
    recipients: 6,
    signature: ["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "H.N.B"],
    annexes: [],
    notes: 0,
    missing: OPEN,
    unplaced: ["HỌP"],
    words: [],
  },
  "ke-hoach-so": {
    issuer: ["UBND TỈNH LÀO CAI", "SỞ CÔNG THƯƠNG"],
    superior: 1,
    number: "Số: /KH-SCT",
    placeDate: "Lào Cai, ngày tháng 4 năm 2026",
    type: "ke-hoach",
    subject: ["Thực hiện Đề án", 3],
    addressees: 0,
    legalBases: 7,
    headings: "I. 1. 2. II. 1. 2. III. 1. 2. 3. 4. 5. IV. 1. 2. 3. 4. 5. V. VI.",
    recipients: 6,
    signature: ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "T.V.T"],
    annexes: ["Phụ lục số 01"],
    notes: 0,
    missing: OPEN,
    unplaced: [],
    words: [],
  },
  "ke-hoach-ubnd-tinh": {
    issuer: ["ỦY BAN NHÂN DÂN", "TỈNH LÀO CAI"],
    superior: 0,
    number: "Số: /KH-UBND",
    placeDate: "Lào Cai, ngày tháng năm 2026",
    type: "ke-hoach",
    subject: ["Triển khai thực hiện", 3],
    addressees: 0,
    legalBases: 0,
    headings: "I. 1. 2. II. 1. 2. 3. 4. 5. 6. 7. 8. III. IV. 1. 2. 3. 4. 5. 6. 7. 8. 9. 10. 11. 12. V.",
    recipients: 11,
    signature: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "N.T.S"],
    annexes: ["Phụ lục"],
    notes: 1,
    missing: OPEN,
    unplaced: [],
    words: [],
  },
  // Điều 2 goes on as a sentence, so it is a paragraph; no annex is in the file though the text names one
  "quyet-dinh-ubnd-du-thao": {
    issuer: ["ỦY BAN NHÂN DÂN", "TỈNH LÀO CAI"],
    superior: 0,
    number: "Số: /QĐ-UBND",
    placeDate: "Lào Cai, ngày tháng năm 2025",
    type: "quyet-dinh",
    subject: ["Về việc Ủy quyền", 1],
    addressees: 0,
    legalBases: 6,
    headings: "Điều 1. Điều 3. Điều 4.",
    recipients: 6,
    signature: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "N.T.S"],
    annexes: [],
    notes: 0,
    missing: OPEN,
    unplaced: [],
    words: [],
  },
  "thong-bao-ket-luan-ubnd": {
    issuer: ["UBND TỈNH LÀO CAI", "VĂN PHÒNG"],
    superior: 1,
    number: "Số: /TB-VP",
    placeDate: "Lào Cai, ngày tháng 6 năm 2026",
    type: "thong-bao",
    subject: ["Kết luận của đồng", 3],
    addressees: 0,
    legalBases: 0,
    headings: "I. II. 1. 2. 3. 4. 5. 6. 7. 8. 9.",
    recipients: 10,
    signature: ["CHÁNH VĂN PHÒNG", "L.T.H"],
    annexes: [],
    notes: 0,
    missing: OPEN,
    unplaced: [],
    words: [],
  },
  // two of its headings end with QUYẾT ĐỊNH
  "to-trinh-so": {
    issuer: ["UBND TỈNH LÀO CAI", "SỞ CÔNG THƯƠNG"],
    superior: 1,
    number: "Số: /TTr - SCT",
    placeDate: "Lào Cai, ngày tháng 5 năm 2026",
    type: "to-trinh",
    subject: ["Về việc ban hành", 3],
    addressees: 1,
    legalBases: 3,
    headings: "I. 1. 2. 3. II. 1. 2. III.",
    recipients: 4,
    signature: ["GIÁM ĐỐC", "H.C.H"],
    annexes: [],
    notes: 0,
    missing: OPEN,
    unplaced: [],
    words: [],
  },
};

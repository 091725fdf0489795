/** How a legal basis begins (HD05 6.2.3, NĐ30 PL.I II.6.b). */
const BASIS = /^[-–]?\s*(?:căn cứ|theo đề nghị|xét đề nghị|xét\s|thực hiện nghị quyết|trên cơ sở)/iu;

/** Whether a paragraph is an item of the list of legal bases; the sentence that opens a text is none. */
export const isLegalBasis = (text: string): boolean =>
  BASIS.test(text) && /[;,.]$/u.test(text) && !/như sau|sau đây:/iu.test(text.slice(-40));

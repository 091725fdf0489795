export type { Page } from "./page.js";
export { paginate } from "./paginate/index.js";
export { style } from "./style/index.js";
export type { Images } from "./style/signature.js";
export type { StyledDocument } from "./styled.js";

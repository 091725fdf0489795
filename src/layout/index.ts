export type { Page } from "./page.js";
export { paginate } from "./paginate/index.js";
export type { Images } from "./style/closing.js";
export { style } from "./style/index.js";
export type { StyledDocument } from "./styled.js";

/** Lines that are notices and no text of the document: whom to reach, who may read it. */

export const CONTACT = /^(?:địa chỉ|điện thoại|đt|fax|email|thư điện tử|website|trang thông tin)\s*:/iu;
export const CIRCULATION = /^(?:TÀI LIỆU )?(?:LƯU HÀNH NỘI BỘ|THU HỒI)|^XEM XONG/u;
export const PUBLICITY = /^(?:không phổ biến|không đăng)/iu;

/** Images of one PDF: each file is embedded once, at its first use. */
import { deflateSync } from "node:zlib";
import type { PlacedImage } from "../../layout/page.js";
import type { StyledImage } from "../../layout/styled.js";
import { ImageDataError, UnreadableImageError } from "./errors.js";
import type { KitDocument, KitPage, KitReference } from "./kit.js";
import { num } from "./operators.js";
import { isPng, type PngImage, readPng } from "./png.js";
import { decodePng } from "./png-pixels.js";

const isJpeg = (data: Uint8Array): boolean => data[0] === 0xff && data[1] === 0xd8;
const colorSpace = (channels: number): string => (channels === 1 ? "DeviceGray" : "DeviceRGB");

export class Images {
  private readonly embedded = new Map<Uint8Array, { readonly label: string; readonly object: KitReference }>();

  constructor(private readonly document: KitDocument) {}

  /**
   * Operators that draw an image at its place, in a coordinate system with its origin at the bottom left.
   *
   * @throws UnreadableImageError when the data is no PNG or JPEG that a PDF/A file can hold
   */
  operators({ image, x, y }: PlacedImage, page: KitPage): string {
    const { label, object } = this.embed(image);
    page.xobjects[label] ??= object;
    const { width, height } = image;
    const bottom = page.height - y - height;
    return `q ${num(width)} 0 0 ${num(height)} ${num(x)} ${num(bottom)} cm /${label} Do Q\n`;
  }

  private embed(image: StyledImage): { readonly label: string; readonly object: KitReference } {
    let known = this.embedded.get(image.data);
    if (known === undefined) {
      known = { label: `Im${this.embedded.size + 1}`, object: this.createObject(image) };
      this.embedded.set(image.data, known);
    }
    return known;
  }

  private createObject({ data, alt }: StyledImage): KitReference {
    try {
      if (isPng(data)) return this.embedPng(readPng(data));
      if (isJpeg(data)) return this.embedJpeg(data);
    } catch (error) {
      // The JPEG reader of PDFKit throws strings and range errors at a broken file.
      throw new UnreadableImageError(alt, error instanceof ImageDataError ? error.message : "tệp ảnh hỏng");
    }
    throw new UnreadableImageError(alt, "chỉ nhận ảnh PNG hoặc JPEG");
  }

  private embedJpeg(data: Uint8Array): KitReference {
    const image = this.document.openImage(Buffer.from(data));
    if (image.colorSpace === undefined || image.colorSpace === "DeviceCMYK") {
      throw new ImageDataError("ảnh JPEG phải ở hệ màu RGB hoặc thang xám");
    }
    image.embed(this.document);
    if (image.obj === null) throw new ImageDataError("tệp ảnh hỏng");
    return image.obj;
  }

  /** Opaque pixels stay as they are compressed; transparent ones are split into colour and mask. */
  private embedPng(png: PngImage): KitReference {
    const { width, height, bits, channels, palette } = png;
    if (!png.transparent && !png.interlaced) {
      const object = this.imageObject(width, height, bits, colorSpace(channels), {
        DecodeParms: { Predictor: 15, Colors: channels, BitsPerComponent: bits, Columns: width },
      });
      if (palette !== undefined) {
        object.data.ColorSpace = ["Indexed", "DeviceRGB", palette.length / 3 - 1, Buffer.from(palette)];
      }
      object.end(png.compressed);
      return object;
    }
    const pixels = decodePng(png);
    const object = this.imageObject(width, height, 8, colorSpace(pixels.channels), {});
    if (pixels.alpha !== undefined) {
      const mask = this.imageObject(width, height, 8, "DeviceGray", {});
      mask.end(deflateSync(pixels.alpha));
      object.data.SMask = mask;
    }
    object.end(deflateSync(pixels.samples));
    return object;
  }

  private imageObject(width: number, height: number, bits: number, space: string, more: Record<string, unknown>) {
    return this.document.ref({
      Type: "XObject",
      Subtype: "Image",
      Width: width,
      Height: height,
      BitsPerComponent: bits,
      ColorSpace: space,
      Filter: "FlateDecode",
      ...more,
    });
  }
}

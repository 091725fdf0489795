/** Metadata in XMP. PDFKit writes its own without escaping the text, so a title with "&" would break the packet. */

export interface XmpProperties {
  readonly title: string;
  readonly language: string;
  readonly created: Date;
  readonly creator: string;
  readonly producer: string;
  readonly subject?: string;
  readonly keywords?: string;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids them, even as entities
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

const escapeXml = (text: string): string =>
  text.replace(CONTROLS, "").replace(/[&<>]/g, (character) => ENTITIES[character] ?? "");

const description = (namespace: string, properties: string): string =>
  `<rdf:Description rdf:about="" ${namespace}>\n${properties}</rdf:Description>\n`;

const property = (name: string, text: string | undefined): string =>
  text ? `<${name}>${escapeXml(text)}</${name}>\n` : "";

const alternatives = (name: string, text: string | undefined): string =>
  text ? `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt></${name}>\n` : "";

/**
 * The XMP descriptions of a document, equal to its information dictionary.
 *
 * @returns RDF without the packet around it
 */
export function describeXmp(properties: XmpProperties): string {
  const time = `${properties.created.toISOString().slice(0, 19)}Z`;
  return [
    description(
      'xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
      property("xmp:CreateDate", time) +
        property("xmp:ModifyDate", time) +
        property("xmp:CreatorTool", properties.creator),
    ),
    description(
      'xmlns:dc="http://purl.org/dc/elements/1.1/"',
      "<dc:format>application/pdf</dc:format>\n" +
        `<dc:language><rdf:Bag><rdf:li>${escapeXml(properties.language)}</rdf:li></rdf:Bag></dc:language>\n` +
        alternatives("dc:title", properties.title) +
        alternatives("dc:description", properties.subject),
    ),
    description(
      'xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
      property("pdf:Producer", properties.producer) + property("pdf:Keywords", properties.keywords),
    ),
  ].join("");
}

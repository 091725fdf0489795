import { z } from "zod";

const isFigure = (value: unknown): boolean => typeof value === "string" && /^\d+$/u.test(value);

/**
 * The JSON Schema of a YAML file. Editors read YAML with types, vanthu without: a figure or a code such as `35`
 * is a number to the editor and text to vanthu, so both are allowed wherever free text is.
 *
 * @param title the file's name
 */
export function yamlJsonSchema(file: z.ZodType, title: string): object {
  const schema = z.toJSONSchema(file, {
    io: "input",
    override: ({ jsonSchema }) => {
      if (jsonSchema.type !== "string") return;
      if (jsonSchema.enum === undefined) Object.assign(jsonSchema, { type: ["string", "number"] });
      else if (jsonSchema.enum.some(isFigure)) {
        Object.assign(jsonSchema, { type: ["string", "number"] });
        jsonSchema.enum.push(...jsonSchema.enum.filter(isFigure).map(Number));
      }
    },
  });
  return { ...schema, title };
}

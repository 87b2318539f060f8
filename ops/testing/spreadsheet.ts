import { join } from "node:path";
import { findTool } from "./tools.ts";

/**
 * A cell as a spreadsheet program understood it: `time` and its `PT00H06M30S`, `float`, `date` or
 * `string`.
 */
export interface SheetCell {
  type: string;
  value: string;
}

/** What the program is told of a language: the code of its separator, and of its locale. */
const LOCALES = { fr: { separator: 59, locale: 1036 }, en: { separator: 44, locale: 1033 } };
/** Columns at the end of a row that hold nothing are written as one that is repeated. */
const MOST_COLUMNS = 1000;

/**
 * Opens CSV files with LibreOffice, as somebody whose language is set so, and reads what it made of
 * them.
 *
 * @param files Contents of the files.
 * @returns Rows of each file, an empty cell as null.
 */
export async function openAsSpreadsheet(
  files: readonly Uint8Array[],
  language: keyof typeof LOCALES,
): Promise<(SheetCell | null)[][][]> {
  const folder = await Deno.makeTempDir({ prefix: "mypacer-sheet-" });
  try {
    const paths = await Promise.all(files.map(async (content, index) => {
      const path = join(folder, `${index}.csv`);
      await Deno.writeFile(path, content);
      return path;
    }));
    const { separator, locale } = LOCALES[language];
    const { code, stderr } = await new Deno.Command(findTool("soffice") ?? "soffice", {
      args: [
        "--headless",
        `-env:UserInstallation=file://${folder}/profile`,
        "--convert-to",
        "fods",
        // Quote, UTF-8, first line, no columns set, locale, quoted cells as they are, numbers of
        // every kind.
        `--infilter=Text - txt - csv (StarCalc):${separator},34,76,1,,${locale},false,true`,
        "--outdir",
        folder,
        ...paths,
      ],
      stdout: "null",
      stderr: "piped",
    }).output();
    if (code !== 0) {
      throw new Error(`soffice ended with ${code}: ${new TextDecoder().decode(stderr)}`);
    }
    return await Promise.all(
      paths.map(async (path) => readSheet(await Deno.readTextFile(path.replace(/csv$/, "fods")))),
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Reads the cells of a flat OpenDocument spreadsheet. */
function readSheet(xml: string): (SheetCell | null)[][] {
  const rows = xml.match(/<table:table-row\b[^]*?<\/table:table-row>/g) ?? [];
  return rows.map((row) => {
    const cells = [
      ...row.matchAll(/<table:table-cell\b([^>]*?)(?:\/>|>([^]*?)<\/table:table-cell>)/g),
    ];
    return cells.flatMap(([, attributes = "", content = ""]) => {
      const attribute = (name: string) => attributes.match(new RegExp(` ${name}="([^"]*)"`))?.[1];
      const type = attribute("office:value-type");
      const text = [...content.matchAll(/<text:p>([^]*?)<\/text:p>/g)].map(([, line]) => line);
      const value = attribute(`office:${type === "float" ? "" : `${type}-`}value`);
      const cell = type === undefined ? null : { type, value: value ?? text.join("\n") };
      const repeated = Math.min(
        Number(attribute("table:number-columns-repeated") ?? 1),
        MOST_COLUMNS,
      );
      return Array.from({ length: repeated }, () => cell);
    });
  });
}

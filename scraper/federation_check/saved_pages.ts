import { UsageError } from "@mypacer/shared/process/command_line.ts";
import { join } from "node:path";
import type { CheckReport } from "./check.ts";
import { compareOutlines } from "./reading/compare.ts";
import { outlinePage } from "./reading/outline.ts";
import { collectPersonalData, findLeaks } from "./replacement/leaks.ts";
import { PageReplacer } from "./replacement/page_replacer.ts";

/** Pages that name nobody and may be kept, by the name of their step. */
export type SafePages = ReadonlyMap<string, string>;

/**
 * Pages in which something of a person was left, by the name of their step; such a page is not
 * kept.
 */
export interface Replacement {
  pages: SafePages;
  withheld: string[];
}

/** What the list in a folder of kept pages says of each. */
interface SavedPage {
  page: string;
  file: string;
  status: number | null;
  frame: string | null;
  /** Rows that our parsers read of it; null when they did not understand it. */
  rows: number | null;
}

const LIST_FILE = "pages.json";

/** Replaces what the pages of a check say about people, the same by the same on all of them. */
export function replacePages({ visits }: Pick<CheckReport, "visits">): Replacement {
  const answered = visits.filter(({ body }) => body.trim() !== "");
  const bodies = answered.map(({ body }) => body);
  const replacer = new PageReplacer(bodies);
  const data = collectPersonalData(bodies);
  const pages = new Map<string, string>();
  const withheld: string[] = [];
  for (const { step, body } of answered) {
    const replaced = replaceBody(replacer, body);
    if (replaced === null || findLeaks(replaced, data).length > 0) withheld.push(step.name);
    else pages.set(step.name, replaced);
  }
  return { pages, withheld };
}

/** @returns Null for what looks like JSON and is none. */
function replaceBody(replacer: PageReplacer, body: string): string | null {
  try {
    return replacer.replace(body);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * Keeps pages in a folder, with a list of what each is.
 *
 * @throws {UsageError} If the folder cannot be written.
 */
export async function savePages(
  folder: string,
  pages: SafePages,
  { site, checkedAt, visits }: CheckReport,
): Promise<void> {
  const list: SavedPage[] = [...pages].map(([page, body]) => {
    const visit = visits.findLast(({ step }) => step.name === page);
    return {
      page,
      file: `${page}.${/^\s*[[{]/.test(body) ? "json" : "html"}`,
      status: visit?.status ?? null,
      frame: visit?.frame ?? null,
      rows: visit?.reading?.rows ?? null,
    };
  });
  try {
    await Deno.mkdir(folder, { recursive: true });
    for (const { page, file } of list) {
      await Deno.writeTextFile(join(folder, file), pages.get(page) ?? "");
    }
    const about = { site, checkedAt: checkedAt.toISOString().slice(0, 10), pages: list };
    await Deno.writeTextFile(join(folder, LIST_FILE), `${JSON.stringify(about, null, 2)}\n`);
  } catch (cause) {
    throw usageError(`--save: the folder cannot be written`, cause);
  }
}

/**
 * Says which pages are built otherwise than those kept in a folder.
 *
 * @returns What differs, by the name of the step; pages that only one of both has are left out.
 * @throws {UsageError} If the folder holds no kept pages.
 */
export async function compareWithSaved(
  folder: string,
  pages: SafePages,
): Promise<Map<string, string[]>> {
  const changes = new Map<string, string[]>();
  try {
    const { pages: list }: { pages: SavedPage[] } = JSON.parse(
      await Deno.readTextFile(join(folder, LIST_FILE)),
    );
    for (const { page, file } of list) {
      const after = pages.get(page);
      if (after === undefined) continue;
      const before = await Deno.readTextFile(join(folder, file));
      const differences = compareOutlines(outlinePage(before), outlinePage(after));
      if (differences.length > 0) changes.set(page, differences);
    }
  } catch (cause) {
    throw usageError(`--against: the folder holds no pages that --save kept`, cause);
  }
  return changes;
}

/** Turns an error of files into one of the command line; gives back any other. */
function usageError(message: string, cause: unknown): unknown {
  const isOfFiles = cause instanceof Deno.errors.NotFound ||
    cause instanceof Deno.errors.PermissionDenied || cause instanceof Deno.errors.NotCapable ||
    cause instanceof Deno.errors.NotADirectory || cause instanceof SyntaxError;
  return isOfFiles ? new UsageError(message, { cause }) : cause;
}

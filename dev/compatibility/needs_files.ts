import { pathTo } from "../paths.ts";
import type { SchemaNeeds } from "./schema_needs.ts";

/** A file a release, e.g. `1.2.0.json`. */
export const NEEDS_FOLDER = pathTo("../shared/database/needed_by/");

/**
 * What each release needs that may still run: the one that serves, and those one may roll back to.
 */
export async function releasesWithNeeds(): Promise<{ release: string; needs: SchemaNeeds }[]> {
  const releases: { release: string; needs: SchemaNeeds }[] = [];
  for await (const { name } of Deno.readDir(NEEDS_FOLDER)) {
    if (!name.endsWith(".json")) continue;
    const needs: SchemaNeeds = JSON.parse(await Deno.readTextFile(`${NEEDS_FOLDER}${name}`));
    releases.push({ release: name.replace(/\.json$/, ""), needs });
  }
  return releases;
}

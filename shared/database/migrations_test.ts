import { assertEquals } from "@std/assert";
import { MIGRATIONS } from "./migrate.ts";

/**
 * Checksums of the migrations that installations may have applied, comments included: they refuse
 * to start over a file that changed. A new migration gets its line when it lands, and no line
 * changes again: a path that moved stays in the comments of former migrations.
 */
const CHECKSUMS = new URL("./migration_checksums.txt", import.meta.url);

Deno.test("a migration that was applied somewhere never changes, not even its comments", async () => {
  const files = (await Array.fromAsync(Deno.readDir(MIGRATIONS)))
    .map(({ name }) => name).filter((name) => name.endsWith(".sql")).sort();
  const lines = await Promise.all(files.map(async (name) => {
    const bytes = await Deno.readFile(new URL(name, MIGRATIONS));
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return `${digest.toHex()}  ${name}`;
  }));
  // As `sha256sum *.sql` in the folder writes it.
  assertEquals(lines, (await Deno.readTextFile(CHECKSUMS)).trimEnd().split("\n"));
});

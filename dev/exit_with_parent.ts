/**
 * Loaded before the main module of each process that `start` begins: ends the process when `start`
 * is gone without having stopped it (`kill -9`), so that no port stays taken.
 */
import { whenParentEnds } from "./parent.ts";

whenParentEnds(() => Deno.exit(1));

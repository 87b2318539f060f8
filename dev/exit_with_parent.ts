/**
 * Loaded before the main module of each process that `start` begins: ends the process when `start`
 * is gone without having stopped it (`kill -9`), so that no port stays taken.
 */
import { onceParentIsGone } from "./parent.ts";

onceParentIsGone(() => Deno.exit(1));

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

let collect: (() => void) | null = null;

/**
 * Has the thread's garbage collected now. An index that is out of use is some 100 MB that the
 * collector sees as one small object, and leaves in memory until there are many others.
 */
export function freeMemory(): void {
  if (collect === null) {
    // The collector is reached by a flag of V8, which counts for contexts made after it.
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc");
  }
  collect?.();
}

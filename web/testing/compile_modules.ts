/**
 * Compiles modules for tests, in a process that may load the parser: tests may not. Reads a JSON
 * list of modules from stdin; writes one with the script of each as it is, and of each as it is
 * compiled: null where nothing is, or the message of the error.
 */
import { print } from "@mypacer/shared/process/command_line.ts";
import { transformWithOxc } from "vite";
import { compileElements } from "../scripts/templates/compile_elements.ts";

/** The scripts of one module. */
export interface CompiledModule {
  plain: string | null;
  compiled: string | null;
  error: string | null;
}

const options = { lang: "tsx", jsx: { runtime: "automatic", importSource: "preact" } } as const;
const scriptOf = async (code: string) => (await transformWithOxc(code, "module.tsx", options)).code;

async function compile(code: string): Promise<CompiledModule> {
  try {
    const compiled = compileElements(code, "parts");
    return {
      plain: await scriptOf(code),
      compiled: compiled === null ? null : await scriptOf(compiled),
      error: null,
    };
  } catch (error) {
    return { plain: null, compiled: null, error: String(error) };
  }
}

if (import.meta.main) {
  const modules: string[] = await new Response(Deno.stdin.readable).json();
  print(JSON.stringify(await Promise.all(modules.map(compile))));
}

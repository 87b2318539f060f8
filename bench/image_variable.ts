import { pathTo } from "../dev/paths.ts";

/**
 * A variable that the image of a part sets, as its Dockerfile says: what is measured has to run as
 * it does there.
 *
 * @throws {Error} Where the Dockerfile sets no such variable.
 */
export async function imageVariable(part: "api" | "web", name: string): Promise<string> {
  const dockerfile = await Deno.readTextFile(pathTo(`../${part}/Dockerfile`));
  const value = new RegExp(`\\b${name}=(\\S+)`).exec(dockerfile)?.[1];
  if (value === undefined) throw new Error(`${part}/Dockerfile sets no ${name}`);
  return value;
}

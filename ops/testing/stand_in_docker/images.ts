/** The registry, and the images that are on this host. */
import { fail, readOr } from "./output.ts";
import { standIn, type StandInImage } from "./stand_in.ts";

/** The parts of `name:tag`, `name@digest` or `name:tag@digest`; the name is api, scraper or web. */
export function readReference(reference: string): { name: string; tag?: string; digest?: string } {
  const [, name = "", tag, digest] =
    /^ghcr\.io\/example\/mypacer_([a-z]+)(?::([\w.-]+))?(?:@(sha256:\w+))?$/.exec(reference) ??
      fail(`invalid reference format: ${reference}`);
  return { name, ...tag === undefined ? {} : { tag }, ...digest === undefined ? {} : { digest } };
}

/**
 * Where this host keeps that it has an image: by tag, what the tag names here; by digest, nothing
 * more.
 */
const onHost = (name: string, key: string) => `${standIn.folder}/host/${name}_${key}`;

/** Digest of an image that is on this host, or null. */
export async function digestOnHost(reference: string): Promise<string | null> {
  const { name, tag, digest } = readReference(reference);
  if (digest === undefined) return await readOr(onHost(name, tag ?? "latest"), null);
  return await readOr(onHost(name, digest), null) === null ? null : digest;
}

/** Brings an image to this host. */
export async function pull(reference: string): Promise<string> {
  if (standIn.registryDown) fail("dial tcp: connection refused");
  const { name, tag, digest = standIn.tags[tag ?? ""] } = readReference(reference);
  if (digest === undefined || !(digest in standIn.images)) fail(`manifest unknown: ${reference}`);
  await Deno.mkdir(`${standIn.folder}/host`, { recursive: true });
  await Deno.writeTextFile(onHost(name, digest), "");
  if (tag !== undefined) await Deno.writeTextFile(onHost(name, tag), digest);
  return digest;
}

/** What runs for a reference: it is pulled when it is not on this host. */
export async function imageOf(reference: string): Promise<StandInImage> {
  const digest = await digestOnHost(reference) ?? await pull(reference);
  return standIn.images[digest] ?? fail(`no such image: ${reference}`);
}

/** Name of the image of a service, e.g. `api` of `api-green`. */
export const imageNameOf = (service: string) =>
  service === "migrate" ? "api" : service.replace("-green", "");

/** The image that a service runs. */
export function referenceOf(service: string): string {
  const name = imageNameOf(service);
  const tag = Deno.env.get(`${name.toUpperCase()}_IMAGE_TAG`) ?? "latest-prod";
  return `ghcr.io/example/mypacer_${name}:${tag}`;
}

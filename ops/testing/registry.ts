import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { freePort } from "../../shared/process/free_ports.ts";
import { findTool } from "./tools.ts";
import { until } from "@mypacer/shared/testing/until.ts";

const TYPES = {
  list: "application/vnd.docker.distribution.manifest.list.v2+json",
  manifest: "application/vnd.docker.distribution.manifest.v2+json",
};

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return `sha256:${new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex()}`;
}

/** A registry of images on this machine. */
export interface Registry extends AsyncDisposable {
  /** Its name in the names of images. */
  host: string;
  /** Publishes an image of one platform under a list of platforms; the digest of the list. */
  publish(name: string, tag: string, content: string): Promise<string>;
  /** Digest that a tag names, or null. */
  digestOf(name: string, tag: string): Promise<string | null>;
}

/** Starts Debian's registry, with its blobs in a folder. */
export async function startRegistry(): Promise<Registry> {
  const folder = await Deno.makeTempDir({ prefix: "mypacer-registry-" });
  const port = freePort();
  const file = join(folder, "config.yml");
  await Deno.writeTextFile(
    file,
    `version: 0.1
log: { level: error }
storage: { filesystem: { rootdirectory: ${folder} } }
http: { addr: "127.0.0.1:${port}" }
`,
  );
  const process = new Deno.Command(findTool("docker-registry") ?? "", {
    args: ["serve", file],
    stdout: "null",
    stderr: "null",
  }).spawn();
  const host = `127.0.0.1:${port}`;
  const put = async (path: string, type: string, body: Uint8Array<ArrayBuffer>) => {
    const response = await fetch(`http://${host}/v2/${path}`, {
      method: "PUT",
      headers: { "content-type": type },
      body,
    });
    assertEquals(response.status, 201, `${path}: ${await response.text()}`);
  };
  const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  await until("a registry", async () => {
    try {
      const response = await fetch(`http://${host}/v2/`);
      await response.body?.cancel();
      return response.ok;
    } catch {
      return false;
    }
  });
  return {
    host,
    async publish(name, tag, content) {
      const blob = encode({
        content,
        architecture: "amd64",
        os: "linux",
        rootfs: { type: "layers", diff_ids: [] },
      });
      const started = await fetch(`http://${host}/v2/${name}/blobs/uploads/`, { method: "POST" });
      await started.body?.cancel();
      const upload = new URL(started.headers.get("location") ?? "");
      upload.searchParams.set("digest", await sha256(blob));
      await put(upload.href.replace(`http://${host}/v2/`, ""), "application/octet-stream", blob);
      const manifest = encode({
        schemaVersion: 2,
        mediaType: TYPES.manifest,
        config: {
          mediaType: "application/vnd.docker.container.image.v1+json",
          size: blob.length,
          digest: await sha256(blob),
        },
        layers: [],
      });
      const digest = await sha256(manifest);
      await put(`${name}/manifests/${digest}`, TYPES.manifest, manifest);
      const list = encode({
        schemaVersion: 2,
        mediaType: TYPES.list,
        manifests: [{
          mediaType: TYPES.manifest,
          size: manifest.length,
          digest,
          platform: { architecture: "amd64", os: "linux" },
        }],
      });
      await put(`${name}/manifests/${tag}`, TYPES.list, list);
      return await sha256(list);
    },
    async digestOf(name, tag) {
      const response = await fetch(`http://${host}/v2/${name}/manifests/${tag}`, {
        method: "HEAD",
        headers: { accept: TYPES.list },
      });
      return response.ok ? response.headers.get("docker-content-digest") : null;
    },
    async [Symbol.asyncDispose]() {
      process.kill("SIGTERM");
      await process.status;
      await Deno.remove(folder, { recursive: true });
    },
  };
}

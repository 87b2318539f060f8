/** What one visitor may read and take, through the repository's nginx over a real directory. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { pathTo } from "../dev/paths.ts";
import {
  type DirectoryBehindNginx,
  runDirectoryBehindNginx,
} from "./testing/directory_behind_nginx.ts";
import { HEAVIEST } from "./testing/heaviest.ts";
import { type RawAnswer, runNginx } from "./testing/running_nginx.ts";
import { missingTools, testWith } from "./testing/tools.ts";
import {
  API_NAMES_NOBODY,
  API_WAYS,
  type Question,
  SITE_NAMES_NOBODY,
  SITE_WAYS,
} from "./testing/ways_to_read.ts";
import { beforeTests } from "@mypacer/shared/testing/before_tests.ts";

const missing = missingTools("nginx", "openssl");
const WAYS = { ...API_WAYS, ...SITE_WAYS };

let platform: DirectoryBehindNginx;

if (missing === null) {
  beforeTests(async (parts) => {
    platform = parts.use(await runDirectoryBehindNginx());
  });
}

/** Tells whose names stand in a text. */
function nameFinder(names: readonly string[]): (text: string) => string[] {
  const START = 5;
  const byStart = new Map<string, string[]>();
  for (const name of names) {
    const start = name.slice(0, START);
    byStart.set(start, [...byStart.get(start) ?? [], name]);
  }
  return (text) => {
    // The search marks what answers.
    const plain = text.replaceAll(/<\/?mark>/g, "").replaceAll("&amp;", "&").replaceAll(
      "&quot;",
      '"',
    );
    const found: string[] = [];
    for (const { index } of plain.matchAll(/(?<!\p{L})\p{L}/gu)) {
      for (const name of byStart.get(plain.slice(index, index + START)) ?? []) {
        if (plain.startsWith(name, index)) found.push(name);
      }
    }
    return found;
  };
}

/** Asks question after question from an address until one is refused; whose names came. */
async function readUntilRefused(
  questions: Iterator<Question>,
  { from, find, most }: { from: string; find: (text: string) => string[]; most: number },
): Promise<{ names: Set<string>; refusal: RawAnswer | null }> {
  const names = new Set<string>();
  for (let count = 0; count < most; count++) {
    const { done, value } = questions.next();
    if (done) break;
    // Whoever asks claims to be another each time.
    const claim = { "x-forwarded-for": `198.51.100.${count % 250}` };
    const headers = { ...value.asked?.headers, ...claim };
    const answer = await platform.nginx.ask(value.path, { ...value.asked, headers, from });
    for (const name of find(answer.text)) names.add(name);
    if (answer.status === 429 || isPartlyRefused(answer)) return { names, refusal: answer };
  }
  return { names, refusal: null };
}

/** Pages that show more than people say so in their place. */
const isPartlyRefused = ({ text }: RawAnswer) =>
  /trop d’athlètes (ont été )?consultés|too many athletes (were )?looked up/i.test(text);

testWith(
  missing,
  "every route of the API and of the site is a known way to read names, or names nobody",
  async () => {
    const { paths } = JSON.parse((await platform.nginx.ask("/api/openapi.json")).text);
    const operations = Object.values(
      paths as Record<string, Record<string, { operationId: string }>>,
    )
      .flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
    assert(operations.length > 20);
    assertEquals(
      operations.filter((name) => !(name in API_WAYS) && !API_NAMES_NOBODY.has(name)),
      [],
      "does it name athletes? Then it needs requireShare() and a way in ways_to_read.ts",
    );
    const routes: string[] = [];
    const walk = async (folder: string) => {
      for await (const { name, isDirectory } of Deno.readDir(pathTo(`../web/routes/${folder}`))) {
        if (isDirectory) await walk(`${folder}${name}/`);
        else if (!name.startsWith("$")) routes.push(folder + name);
      }
    };
    await walk("");
    assert(routes.length > 30);
    assertEquals(
      routes.filter((route) => !(route in SITE_WAYS) && !SITE_NAMES_NOBODY.has(route)),
      [],
      "does it name athletes? Then it needs a way in ways_to_read.ts",
    );
  },
);

testWith(missing, "each way to read names ends at the share of one address", async () => {
  const { persons, nginx } = platform;
  const find = nameFinder(persons.map(({ name }) => name));
  const most = persons.length * 0.03;
  for (const [index, [name, way]] of Object.entries(WAYS).entries()) {
    const from = `127.0.3.${index + 1}`;
    const questions = way(platform)[Symbol.iterator]();
    const { names, refusal } = await readUntilRefused(questions, { from, find, most: 400 });
    assert(names.size > 20, `${name} told of ${names.size}`);
    assert(names.size <= most, `${name} told of ${names.size} of ${persons.length}`);
    assert(refusal !== null, `${name} was never refused`);
    // What was read stays readable, for the same visitor and for others.
    const first = way(platform)[Symbol.iterator]().next();
    if (first.done) continue;
    for (const address of [from, `127.0.4.${index + 1}`]) {
      const again = await nginx.ask(first.value.path, { ...first.value.asked, from: address });
      assert(again.status < 400, `${name}: ${again.status} for ${address}`);
    }
  }
});

testWith(
  missing,
  "one address reads at most 3 % of the directory in a day of trying everything",
  async () => {
    const { persons, app } = platform;
    const find = nameFinder(persons.map(({ name }) => name));
    const read = new Set<string>();
    const ways = Object.values(WAYS).map((way) => way(platform)[Symbol.iterator]());
    // nginx's rates are lifted: the day is as many questions as are answered, and its hours are
    // those of the API's clock, by which the share comes back.
    for (let hour = 0; hour < 24; hour++) {
      for (const questions of ways) {
        const { names } = await readUntilRefused(questions, { from: "127.0.5.1", find, most: 400 });
        for (const name of names) read.add(name);
      }
      app.clock.ahead += 3_600_000;
    }
    const share = read.size / persons.length;
    assert(share > 0.01 && share <= 0.03, `${read.size} of ${persons.length}`);
  },
);

testWith(
  missing,
  "heavy requests of one address are refused while another's are answered",
  async () => {
    const { apiPort, webPort } = platform;
    await using nginx = await runNginx();
    await nginx.point({ api: [apiPort], web: [webPort] });
    const statuses = new Map<number, number>();
    const failures: string[] = [];
    let stopped = false;
    const attackers = Array.from({ length: 12 }, async (_, number) => {
      for (let count = 0; !stopped; count++) {
        const path = HEAVIEST[(number + count) % HEAVIEST.length] ?? "/";
        const asked = path.replace("@", `${number}${count}`);
        const { status, text } = await nginx.ask(asked, { from: "127.0.6.1" });
        if (status >= 500) failures.push(text);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    });
    const other: [path: string, status: number][] = [];
    try {
      for (let count = 0; count < 20; count++) {
        for (const path of ["/", "/api/athletes?q=mar"]) {
          other.push([path, (await nginx.ask(path, { from: "127.0.6.2" })).status]);
        }
      }
    } finally {
      stopped = true;
      await Promise.all(attackers);
    }
    assertEquals(other.filter(([, status]) => status !== 200), []);
    const { 200: answered = 0, 429: refused = 0, ...others } = Object.fromEntries(statuses);
    assert(answered > 0 && refused > answered, JSON.stringify(Object.fromEntries(statuses)));
    assertEquals(Object.keys(others).filter((status) => status !== "503"), []);
    for (const text of failures) {
      // What finds no turn says so; nginx speaks for a process that a busy machine holds up.
      assertMatch(text, /Trop de grands tableaux|Too many large tables|The API does not answer/);
    }
  },
);

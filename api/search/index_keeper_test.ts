import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { connect } from "@mypacer/shared/database/connect.ts";
import { oppose } from "@mypacer/shared/directory/opposition.ts";
import { addAthlete } from "@mypacer/shared/directory/profiles.ts";
import { readDirectoryVersion } from "../repositories/directory_version.ts";
import { createTestApp, type TestApp } from "../testing/test_app.ts";
import { fillDirectory, OPPOSITION_KEY } from "../testing/test_directory.ts";
import { until, untilEquals } from "@mypacer/shared/testing/until.ts";

const PEOPLE = [
  { ffaId: "7000001", name: "LEFEVRE Jean-Baptiste", birthYear: 1990, sex: "M", club: "075999" },
  { ffaId: "7000002", name: "LE GOFF Maëlle", sex: "F", lastSeason: 2021 },
  { ffaId: "7000003", name: "N'DIAYE Awa (SEN)", sex: "F", club: "075999" },
] as const;

async function directory(): Promise<TestApp> {
  const app = await createTestApp({ inMemory: true });
  await fillDirectory(app.sql, {
    clubs: [{ ffaNumber: "075999", name: "AC EXEMPLE" }],
    athletes: PEOPLE,
  });
  await app.keeper?.refresh();
  return app;
}

async function ids(app: TestApp, query: string): Promise<string[]> {
  const response = await app.fetch(`/athletes?${query}`);
  const body = await response.json();
  assertEquals(response.status, 200, JSON.stringify(body));
  return body.items.map(({ ffa_id }: { ffa_id: string }) => ffa_id);
}

const engine = async (app: TestApp) =>
  (await (await app.fetch("/health/ready")).json()).search_engine;

Deno.test("IndexKeeper lets SQL answer while the directory is empty, then memory; all places say so", async () => {
  await using app = await createTestApp({ inMemory: true });
  await app.keeper?.refresh();
  assertEquals(await engine(app), "sql");
  await fillDirectory(app.sql, { athletes: [PEOPLE[1]] });
  // Not in the index yet: SQL finds it.
  assertEquals(await ids(app, "q=goff"), ["7000002"]);
  assertEquals(await engine(app), "sql");
  await app.keeper?.refresh();
  assertEquals(await engine(app), "memory");
  assertEquals((await (await app.fetch("/status")).json()).search_engine, "memory");
  const metrics = await (await app.fetch("/metrics")).text();
  assert(/^mypacer_search_in_memory 1$/m.test(metrics));
  assert(/^mypacer_search_index_athletes 1$/m.test(metrics));
  assertEquals(await ids(app, "q=legoff"), ["7000002"]);
});

Deno.test("the search in memory shows athletes as the database holds them, and which parts of the name match", async () => {
  await using app = await directory();
  const found = async (query: string) =>
    (await (await app.fetch(`/athletes?${query}`)).json()).items[0];
  const { match, score, ...athlete } = await found("q=jean+lefevr");
  assertEquals(athlete, await (await app.fetch("/athletes/7000001")).json());
  assert(score > 0.9 && score < 1);
  const marked = async (query: string) => {
    const { name, match } = await found(query);
    return match.map(({ start, end }: { start: number; end: number }) => name.slice(start, end));
  };
  assertEquals(match.length, 2);
  assertEquals(await marked("q=legof"), ["LE GOF"]);
  assertEquals(await marked("q=legoff+maelle"), ["LE GOFF", "Maëlle"]);
  assertEquals(await marked("q=ndiaye"), ["N'DIAYE"]);
  assertEquals(await marked("q=lefevr+jean+batiste"), ["LEFEVR", "Jean", "Baptiste"]);
});

for (const inMemory of [true, false]) {
  Deno.test(`search filters by club, sex, category and season ${inMemory ? "in memory" : "in SQL"}`, async () => {
    await using app = inMemory ? await directory() : await createTestApp();
    if (!inMemory) {
      await fillDirectory(app.sql, {
        clubs: [{ ffaNumber: "075999", name: "AC EXEMPLE" }],
        athletes: PEOPLE,
      });
    }
    assertEquals((await ids(app, "club=075999")).sort(), ["7000001", "7000003"]);
    assertEquals(await ids(app, "club=075999&sex=F"), ["7000003"]);
    assertEquals(await ids(app, "q=goff&active_since=2022"), []);
    assertEquals(await ids(app, "q=goff&active_since=2021&category=SE"), ["7000002"]);
    assertEquals(await ids(app, "q=goff&category=M0"), []);
  });
}

Deno.test("IndexKeeper is told of the end of a crawl, and loses no request meanwhile", async () => {
  await using app = await directory();
  await app.keeper?.start();
  await app.sql`insert into crawl_run (kind, seasons) values ('season', '{2026}')`;
  await fillDirectory(app.sql, { athletes: [{ ffaId: "7000009", name: "TESTARD Zélie" }] });
  assertEquals(await ids(app, "q=testard"), []);
  await app.sql`update crawl_run set state = 'finished', finished_at = now()`;
  await until("the new index", async () => (await ids(app, "q=testard")).length === 1);
});

Deno.test("IndexKeeper is told of athletes who were added, and makes one index for several", async () => {
  await using app = await createTestApp({ inMemory: true, addedIntervalMs: 2000 });
  await fillDirectory(app.sql, { athletes: PEOPLE.map(({ ffaId, name }) => ({ ffaId, name })) });
  await app.keeper?.start();
  const before = app.keeper?.builds ?? 0;
  const header = {
    name: "TESTARD Zélie",
    birthYear: null,
    sex: null,
    nationality: null,
    category: null,
    club: null,
    clubNumber: null,
    clubSection: null,
    licenseType: null,
    league: null,
    department: null,
    licenseNumber: null,
  } as const;
  const added = {
    header,
    active: { first: 2026, last: 2026 },
    readAt: new Date(),
  };
  for (const ffaId of ["7000011", "7000012", "7000013", "7000013"]) {
    await addAthlete(app.sql, { ...added, ffaId });
  }
  await until("the new index", async () => (await ids(app, "q=testard")).length === 3);
  assertEquals((app.keeper?.builds ?? 0) - before, 1);
});

Deno.test("people who ask not to be listed are out of the index at once", async () => {
  await using app = await directory();
  await app.keeper?.start();
  assertEquals(await ids(app, "q=ndiaye"), ["7000003"]);
  await oppose(app.sql, "7000003", { channel: "email", key: OPPOSITION_KEY });
  await until("the new index", async () => (await ids(app, "q=ndiaye")).length === 0);
});

Deno.test("IndexKeeper reads the list of opposed people once at a time, however many object meanwhile", async () => {
  await using app = await directory();
  await app.keeper?.start();
  const locked = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const holding = app.sql.begin(async (sql) => {
    await sql`lock table opposition in access exclusive mode`;
    locked.resolve();
    await released.promise;
  });
  await locked.promise;
  const readings = async () => {
    const [row] = await app.sql<{ count: number }[]>`
      select count(*) from pg_stat_activity
      where usename = 'mypacer_api' and wait_event_type = 'Lock'
        and datname = current_database() and query like '%key_check from opposition%'
    `;
    return row?.count;
  };
  for (let time = 0; time < 40; time++) await app.sql`notify directory_changed, 'opposition'`;
  await untilEquals(readings, 1);
  await new Promise((resolve) => setTimeout(resolve, 300));
  assertEquals(await readings(), 1);
  released.resolve();
  await holding;
  await oppose(app.sql, "7000003", { channel: "email", key: OPPOSITION_KEY });
  await until("the list", async () => (await ids(app, "q=ndiaye")).length === 0);
});

Deno.test("IndexKeeper finds out by itself when a message was lost", async () => {
  await using app = await createTestApp({ inMemory: true, checkIntervalMs: 20 });
  await app.keeper?.start();
  // The triggers are silent: nobody tells.
  await app.sql`alter table crawl_run disable trigger user`;
  await fillDirectory(app.sql, { athletes: [{ ffaId: "7000009", name: "TESTARD Zélie" }] });
  await until("the new index", async () => (await engine(app)) === "memory");
  assertEquals(await ids(app, "q=testard"), ["7000009"]);
});

Deno.test("IndexKeeper finds an athlete who was being added while it read the directory", async () => {
  await using app = await createTestApp({ inMemory: true, checkIntervalMs: 20 });
  await app.keeper?.start();
  await app.sql.begin(async (transaction) => {
    await fillDirectory(transaction, { athletes: [{ ffaId: "7000009", name: "TESTARD Zélie" }] });
    await app.keeper?.refresh();
  });
  await until("the new index", async () => (await engine(app)) === "memory");
  assertEquals(await ids(app, "q=testard"), ["7000009"]);
});

Deno.test("an athlete whose transaction ends after that of a later one changes the version", async () => {
  await using app = await createTestApp({ inMemory: true });
  const version = () => readDirectoryVersion(app.sql);
  const later = connect({ url: app.database.url, applicationName: "mypacer test", max: 1 });
  try {
    let before = "";
    await app.sql.begin(async (transaction) => {
      await fillDirectory(transaction, { athletes: [{ ffaId: "7000008", name: "LENT Zoé" }] });
      await fillDirectory(later, { athletes: [{ ffaId: "7000009", name: "VITE Zélie" }] });
      before = await readDirectoryVersion(later);
    });
    assertNotEquals(await version(), before);
    assertEquals(await version(), await version());
  } finally {
    await later.end();
  }
});

Deno.test("search goes on from memory while the database refuses, and follows it when it is back", async () => {
  await using app = await directory();
  await app.keeper?.start();
  const { database } = app;
  const { pathname } = new URL(database.url);
  const name = pathname.slice(1);
  const administrator = app.administrator();
  try {
    await administrator`alter database ${administrator(name)} with allow_connections false`;
    await administrator`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
    assertEquals(await ids(app, "q=lefevre"), ["7000001"]);
    assertEquals((await app.fetch("/health/ready")).status, 503);
    assertEquals(await ids(app, "q=legoff"), ["7000002"]);
  } finally {
    await administrator`alter database ${administrator(name)} with allow_connections true`;
    await administrator.end();
  }
  await until("the new index", async () => (await app.fetch("/health/ready")).status === 200);
  await app.sql`insert into crawl_run (kind, seasons) values ('season', '{2026}')`;
  await fillDirectory(app.sql, { athletes: [{ ffaId: "7000009", name: "TESTARD Zélie" }] });
  await app.sql`update crawl_run set state = 'finished', finished_at = now()`;
  await until("the new index", async () => {
    await app.keeper?.refresh();
    return (await ids(app, "q=testard")).length === 1;
  });
});

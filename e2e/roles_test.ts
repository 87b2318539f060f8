/**
 * Five people use the site for what they came for, and the tasks that must take few actions: the
 * whole platform in a real browser. With `ROLE_PICTURES=folder` each step leaves a picture.
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Browser, Locator } from "playwright-core";
import { AthletePage } from "@mypacer/shared/contract/athlete.ts";
import { AthleteRecords } from "@mypacer/shared/contract/record.ts";
import { until, untilEquals } from "@mypacer/shared/testing/until.ts";
import { type RunningStart, runStart } from "../dev/running_start.ts";
import { launchBrowser } from "./testing/browser.ts";
import { beforeTests } from "@mypacer/shared/testing/before_tests.ts";
import { assertActions, createPerson, isInView, type Person } from "./testing/person.ts";
import { createVisit, type VisitOptions } from "./testing/visit.ts";

const MISSPELT = "lefevr jean batiste";
const FOUND = /LEFEVRE Jean-Baptiste/;
const PHONE = { width: 360, height: 740 } as const;

let dataFolder: string;
let start: RunningStart;
let browser: Browser;

beforeTests(async (parts) => {
  dataFolder = await Deno.makeTempDir({ prefix: "mypacer-roles-" });
  parts.defer(() => Deno.remove(dataFolder, { recursive: true }));
  browser = parts.use(await launchBrowser());
  start = parts.use(await runStart(dataFolder));
});

const visit = createVisit(() => ({ browser, siteUrl: start.siteUrl }));

/** Lets somebody use the site from a page on. */
const letUse = (
  role: string,
  path: string,
  use: (person: Person) => Promise<void>,
  options?: VisitOptions,
) => visit(path, (page) => use(createPerson(page, role)), options);

/** Athletes that the API finds. */
async function find(query: Record<string, string>) {
  const response = await fetch(`${start.apiUrl}/athletes?${new URLSearchParams(query)}`);
  return AthletePage.parse(await response.json()).items;
}

const field = (person: Person): Locator => person.page.locator("#athlete-search");
const option = (person: Person, name: RegExp) => person.page.getByRole("option", { name }).first();

/** Waits until something is in view without scrolling. */
const waitInView = (what: string, target: Locator) =>
  until(what, async () => await target.count() > 0 && await isInView(target));

Deno.test("the pace of 10 km in 42'30 takes one field and no scrolling", async () => {
  await letUse("task", "/", async (person) => {
    await person.write(field(person), "10 km en 42'30");
    const pace = person.page.locator(".answer-main dd").first();
    await pace.waitFor();
    assertEquals(await pace.innerText(), `4'15"/km`);
    await waitInView("the pace", pace);
    assertEquals(await person.page.evaluate("scrollY"), 0);
    assertActions(person, 1);
  }, PHONE);
});

Deno.test("a runner on a phone finds a misspelt friend: three actions, and the true mark in view", async () => {
  await letUse("runner", "/", async (person) => {
    const { page } = person;
    await person.show("first-page");
    await person.tap(field(person));
    await person.write(field(person), MISSPELT);
    await option(person, FOUND).waitFor();
    await person.show("friend-found");
    await person.tap(option(person, FOUND));
    await page.waitForURL(/athletes=\d+/);
    const marks = page.getByRole("table").getByRole("button", { name: FOUND });
    await until("a mark in view", async () => {
      for (const mark of await marks.all()) if (await isInView(mark)) return true;
    });
    assertActions(person, 3);
    await person.show("records-on-the-table");
    await person.tap(page.locator(".track-link"));
    await page.waitForURL(/\/piste/);
    await person.show("beside-the-track");
    await page.goBack();
    await page.waitForURL(/athletes=\d+/);
    // What stands in the table is what the federation publishes.
    const ffaId = /athletes=(\d+)/.exec(page.url())?.[1] ?? "";
    const { records } = AthleteRecords.parse(
      await (await fetch(`${start.apiUrl}/athletes/${ffaId}/records`)).json(),
    );
    assert(records.length > 0);
    await page.goto(`/athlete/${ffaId}`);
    await person.show("friends-page");
    await page.locator(".best-mark").first().waitFor();
  }, PHONE);
});

Deno.test("two friends are compared from a profile in two actions", async () => {
  const [friend] = await find({ q: "lefevre jean baptiste", limit: "1" });
  assert(friend);
  await letUse("task", `/athlete/${friend.ffa_id}`, async (person) => {
    const [other] = await find({ q: "martin", active_since: "2025", limit: "1" });
    assert(other);
    const search = person.page.getByRole("combobox");
    await person.write(search, other.name.toLowerCase());
    await person.tap(person.page.locator("[role=listbox] [role=option]").first());
    await person.page.waitForURL(/\/comparer\?athletes=\d+,\d+/);
    await waitInView("the head of the comparison", person.page.getByRole("heading", { level: 1 }));
    assertActions(person, 2);
  });
});

Deno.test("a marathon in 3h15 with a negative split is printed with four actions", async () => {
  await letUse("task", "/", async (person) => {
    const { page } = person;
    await person.write(field(person), "marathon 3h15");
    await person.tap(page.locator(".answer a[href*=planificateur]"));
    await page.waitForURL(/planificateur/);
    await page.evaluate("window.print = () => { window.printed = true }");
    await person.tap(page.locator("label").filter({ hasText: "Negative split" }));
    await page.waitForURL(/effort=halves/);
    await person.tap(page.getByRole("button", { name: "Imprimer" }));
    await until("the dialog to print", () => page.evaluate<boolean>("window.printed"));
    assertStringIncludes(await page.locator("#plan-heading").innerText(), "3h15");
    assertActions(person, 4);
  });
});

Deno.test("a coach has the times of twelve runners over 8 × 400 m with three actions", async () => {
  await letUse("coach", "/groupe", async (person) => {
    const { page } = person;
    await person.show("empty-sheet");
    const runners = Array.from({ length: 12 }, (_, at) => `Coureur ${at + 1};VMA ${14 + at / 2}`);
    await person.write(page.locator("#field-s"), "8x400 à 100 % r 1'");
    // As from a list of the club.
    await person.paste(page.locator("#field-runners"), runners.join("\n"));
    await person.show("session-and-runners");
    await person.tap(page.getByRole("button", { name: "Calculer" }));
    await untilEquals(() => page.locator(".group-sheet tbody tr").count(), 12);
    await person.show("sheet");
    assertActions(person, 3);
  });
});

Deno.test("a club's secretary finds the club, a member, and what they have run", async () => {
  const [member] = await find({ q: "lefevre jean baptiste", limit: "1" });
  assert(member?.club);
  const { club } = member;
  await letUse("secretary", "/clubs", async (person) => {
    const { page } = person;
    await person.write(page.locator("#club-search"), club.name.toLowerCase());
    const link = page.locator("a.result").filter({ hasText: club.name }).first();
    await link.waitFor();
    await person.show("clubs");
    await person.tap(link);
    await page.waitForURL(`**/club/${club.ffa_number}**`);
    await person.show("club");
    await person.write(page.locator("#filter-name"), "lefevre jean");
    await page.locator("ol.results mark").first().waitFor();
    await person.show("member");
    await person.tap(page.locator("a.result-link").first());
    await page.waitForURL(/\/athlete\/\d+/);
    await page.locator(".best-mark").first().waitFor();
    await person.show("member-page");
  });
});

Deno.test("a parent sees what is shown of a child, and asks for its removal", async () => {
  const [child] = await find({ q: "martin", category: "CA", limit: "1" });
  assert(child, "no cadet is called martin");
  await letUse("parent", `/athlete/${child.ffa_id}`, async (person) => {
    const { page } = person;
    await page.getByRole("heading", { level: 1 }).waitFor();
    await person.show("page-of-a-minor");
    const text = await page.locator("main").innerText();
    assert(!/prédiction|points|né(e)? en 20/i.test(text), text);
    await person.tap(page.locator("a[href*=retrait]").first());
    await page.waitForURL(/retrait/);
    await person.show("request");
    await page.goto("/confidentialite");
    await person.show("privacy");
  }, PHONE);
});

Deno.test("a visitor from abroad plans a race in miles and looks at a runner", async () => {
  await letUse("visitor", "/en", async (person) => {
    const { page } = person;
    await person.show("first-page");
    await person.write(field(person), "half 1:45");
    await page.locator(".answer").waitFor();
    await person.show("answer");
    await person.tap(page.locator(".answer a[href*=planner]"));
    await page.waitForURL(/\/en\/planner/);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await person.tap(page.locator("label").filter({ hasText: /^1? ?mile$/ }));
    await page.waitForURL(/every=mile/);
    await person.show("plan-in-miles");
    await person.tap(page.getByRole("link", { name: "Wristband" }));
    await page.waitForURL(/view=band/);
    await person.show("wristband");
    await page.goto("/en");
    await person.write(field(person), MISSPELT);
    await option(person, FOUND).waitFor();
    await person.tap(option(person, FOUND));
    await page.waitForURL(/athletes=\d+/);
    await page.getByRole("table").getByRole("button", { name: FOUND }).first().waitFor();
    await person.show("records");
  });
});

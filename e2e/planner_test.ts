/**
 * The planner and what is printed, as runners use them: the built site in a real browser, on screen
 * and on paper.
 */
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import type { Locator, Page } from "playwright-core";
import { until, untilEquals } from "@mypacer/shared/testing/until.ts";
import { readQrCode } from "../web/testing/read_qr_code.ts";
import { readPdf } from "./testing/read_pdf.ts";
import { useSampleSite } from "./testing/sample_site.ts";
import { sidewaysScroll, untilReady, violations } from "./testing/visit.ts";
import { withPlainSpaces } from "../web/testing/read_page.ts";

const { visit } = useSampleSite();

/** What the browser prints on A4. */
const printed = async (page: Page) =>
  await readPdf(await page.pdf({ format: "A4", preferCSSPageSize: true }));

/** Texts of cells, with plain spaces. */
const addressOf = (page: Page) => page.evaluate<string>("location.pathname + location.search");
const lastTime = (page: Page) => page.locator(".tool-table tbody tr").last().locator("td").first();
const handle = (page: Page, name: string) => page.getByRole("slider", { name });
const paceAt = async (page: Page, name: string) =>
  await handle(page, name).getAttribute("aria-valuetext");

/** Middle of an element in the window. */
async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  assert(box !== null);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

for (const width of [360, 1280]) {
  Deno.test(`a marathon in 3h15 by a negative split is printed in four actions at ${width} px`, async () => {
    await visit("/planificateur", async (page) => {
      assertStringIncludes(await page.locator(".example-note").innerText(), "Exemple.");
      await page.evaluate("window.print = () => { window.printed = true }");
      const actions = [
        // As somebody does who touches the field and types: the example gives way.
        async () => {
          await page.getByLabel("Temps visé").click();
          await page.keyboard.type("3h15");
        },
        () => page.locator("label.option", { hasText: "Negative split" }).click(),
        () => page.getByRole("link", { name: "Bracelet" }).click(),
        () => page.getByRole("button", { name: "Imprimer" }).click(),
      ];
      for (const [at, act] of actions.entries()) {
        await act();
        if (at === 0) await page.getByRole("heading", { name: `Marathon en 3h15'00"` }).waitFor();
        if (at === 1) {
          await until(
            "the address follows",
            async () => (await addressOf(page)).includes("effort=halves"),
          );
        }
        if (at === 2) await page.locator(".wrist-band").waitFor();
      }
      assertEquals(actions.length, 4);
      assert(await page.evaluate("window.printed"));
      assertEquals(
        await addressOf(page),
        "/planificateur?d=42195&t=3:15:00&effort=halves&view=band",
      );
      assertEquals(await page.locator(".example-note").count(), 0);
      assertStringIncludes(
        withPlainSpaces(await page.locator(".lead").innerText()),
        `4'37"/km en moyenne · seconde moitié 2 % plus rapide`,
      );
      const [sheet] = await printed(page);
      for (const text of [`Marathon en 3h15'00"`, `1h38'29"`, `3h15'00"`, "effort=halves"]) {
        assertStringIncludes(withPlainSpaces(sheet?.text ?? ""), text);
      }
      assertEquals(await violations(page), []);
      assertEquals(await sidewaysScroll(page), 0);
    }, { width });
  });
}

Deno.test("a point of the curve is dragged by mouse and by finger, moved by keys, and the time stays", async () => {
  await visit("/planificateur?d=42195&t=3:15:00", async (page) => {
    await untilEquals(() => paceAt(page, "28,1 km"), `4'37"/km`);
    await handle(page, "28,1 km").scrollIntoViewIfNeeded();
    const { x, y } = await middleOf(handle(page, "28,1 km"));
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y - 30, { steps: 4 });
    // The curve follows the hand before anything is asked for.
    const dragged = await paceAt(page, "28,1 km") ?? "";
    assert(dragged < `4'34"/km` && dragged > `4'20"/km`, dragged);
    assertEquals(await paceAt(page, "Arrivée"), await paceAt(page, "Départ"));
    assert((await paceAt(page, "Arrivée") ?? "") > `4'37"/km`);
    await page.mouse.up();
    await until(
      "the address follows",
      async () => (await addressOf(page)).includes("effort=profile"),
    );
    await untilEquals(() => lastTime(page).innerText(), `3h15'00"`);
    assertEquals(await paceAt(page, "28,1 km"), dragged);
    assert(await page.getByLabel("Sur mesure").isChecked());

    // Keys: an arrow is a second, a page five; Home and End are the slowest and the fastest shown.
    await handle(page, "Départ").focus();
    const start = await paceAt(page, "Départ") ?? "";
    const seconds = (pace: string | null) => {
      const [, minutes, rest] = /^(\d+)'(\d+)"/.exec(pace ?? "") ?? [];
      return Number(minutes) * 60 + Number(rest);
    };
    for (
      const [key, by] of [["ArrowUp", -1], ["ArrowRight", -1], ["ArrowDown", 1], [
        "PageUp",
        -5,
      ]] as const
    ) {
      const before = seconds(await paceAt(page, "Départ"));
      await page.keyboard.press(key);
      assertEquals(seconds(await paceAt(page, "Départ")) - before, by, key);
    }
    assertEquals(seconds(await paceAt(page, "Départ")), seconds(start) - 6);
    await page.keyboard.press("Home");
    const [slowest, fastest] = [await paceAt(page, "Départ"), `4'23"/km`];
    await page.keyboard.press("End");
    assert(
      seconds(slowest) > seconds(start) &&
        seconds(await paceAt(page, "Départ")) <= seconds(fastest),
    );
    // The plan was drawn anew meanwhile: the point keeps the focus, the time its hundredths.
    await untilEquals(() => page.locator(".tool-stale").count(), 0);
    await untilEquals(() => lastTime(page).innerText(), `3h15'00"`);
    assertEquals(await page.evaluate("document.activeElement.dataset.point"), "0");
    assertEquals(await violations(page), []);

    // The address holds all of it.
    const shape = await page.locator("[role=slider]").evaluateAll((all) =>
      all.map((one) => one.getAttribute("aria-valuetext"))
    );
    const address = new URL(await addressOf(page), page.url());
    assertEquals(address.searchParams.get("curve")?.split(",").length, 7);
    await page.goto(address.href);
    await untilReady(page);
    assertEquals(
      await page.locator("[role=slider]").evaluateAll((all) =>
        all.map((one) => one.getAttribute("aria-valuetext"))
      ),
      shape,
    );

    // A finger on a point drags it.
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setTouchEmulationEnabled", { enabled: true });
    const from = await middleOf(handle(page, "14,1 km"));
    const before = await paceAt(page, "14,1 km");
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", y?: number) =>
      session.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: y === undefined ? [] : [{ x: from.x, y }],
      });
    await touch("touchStart", from.y);
    await touch("touchMove", from.y - 10);
    await touch("touchMove", from.y - 25);
    await touch("touchEnd");
    assert(seconds(await paceAt(page, "14,1 km")) < seconds(before));
    // A preset takes the place of the curve again.
    await page.locator("label.option", { hasText: "Positive split" }).click();
    await untilEquals(() => addressOf(page), "/planificateur?d=42195&t=3:15:00&effort=positive");
    await untilEquals(() => paceAt(page, "Départ"), `4'35"/km`);
    await untilEquals(() => paceAt(page, "Arrivée"), `4'40"/km`);
  });
});

Deno.test("a race of one's own is planned without scripts, by fields, and a wrong one says so", async () => {
  await visit("/planificateur?d=10000&t=42:30&effort=profile", async (page) => {
    assertEquals(await page.getByRole("slider").count(), 0);
    await page.getByRole("spinbutton", { name: "Départ" }).fill("4");
    await page.getByRole("spinbutton", { name: "Arrivée" }).fill("-4");
    await page.getByRole("button", { name: "Calculer" }).click();
    await page.waitForURL("**/planificateur?d=10000&t=42:30&effort=profile&curve=4,0,0,0,0,0,-4");
    assertEquals(await lastTime(page).innerText(), `42'30"`);
    assertMatch(await page.locator(".tool-table tbody tr").first().innerText(), /4'22"/);
  }, { javaScriptEnabled: false, width: 360 });
  await visit("/en/planner?effort=profile&curve=1,2,3", async (page) => {
    assertEquals(await page.locator(".curve .problem").count(), 1);
    assertEquals(await violations(page), []);
  }, { status: 400 });
});

/** Marks to cut along: thin and as long as no other line. */
async function cutMarks(page: Page) {
  const [sheet, ...more] = await printed(page);
  assert(sheet !== undefined);
  assertEquals(more.length, 0, "one page");
  const places = (thin: "width" | "height", long: "width" | "height", at: "x" | "y") => {
    const all = sheet.shapes.filter((shape) =>
      shape[thin] > 0 && shape[thin] < 0.4 && shape[long] > 2 && shape[long] < 3
    ).map((shape) => Math.round(shape[at] * 10) / 10);
    return [...new Set(all)].sort((a, b) => a - b);
  };
  return { sheet, xs: places("width", "height", "x"), ys: places("height", "width", "y") };
}

Deno.test("four wristbands of 210 by 40 mm fit a page of A4, with letters that can be read", async () => {
  await visit("/planificateur", async (page) => {
    for (
      const [query, lines] of [
        ["every=km", 44],
        ["every=mile", 28],
        ["every=5km", 10],
        ["d=30000&t=2:00:00&every=lap", 76],
        ["d=100000&t=10:00:00&every=km", 50],
      ] as const
    ) {
      await page.goto(`/planificateur?${query}&view=band`);
      const { sheet, xs, ys } = await cutMarks(page);
      assertAlmostEquals(sheet.width, 210, 0.5);
      assertAlmostEquals(sheet.height, 297, 0.5);
      // Four bands, a left and a right edge each.
      assertEquals(xs.length, 8, `${query}: ${xs}`);
      for (let at = 0; at < xs.length; at += 2) {
        assertAlmostEquals((xs[at + 1] ?? 0) - (xs[at] ?? 0), 40, 0.5);
      }
      assertAlmostEquals((ys.at(-1) ?? 0) - (ys[0] ?? 0), 210, 0.6);
      // Only the foot below the bands is smaller.
      const foot = sheet.texts.findIndex(({ text }) => text === "MyPacer");
      const smallest = Math.min(...sheet.texts.slice(0, foot).map(({ size }) => size));
      assert(smallest >= 7.4, `${query}: ${smallest} points`);
      assertEquals(sheet.text.match(/à coller/g)?.length, 4);
      // Half way is always on it.
      assertEquals(sheet.text.match(/Moitié/g)?.length, 4, query);
      assertEquals(await page.locator(".wrist-band li").count(), lines, query);
    }
    // Nothing of the form or the screen.
    await page.emulateMedia({ media: "print" });
    for (const other of ["header", "form", "h1", "h2", ".key-figures", ".wrist", "footer"]) {
      for (const element of await page.locator(other).all()) {
        assert(!await element.isVisible(), `${other} is printed`);
      }
    }
  });
});

Deno.test("every sheet has its names, its date and its address, whose QR code is read off the paper", async () => {
  const today = new Date().toLocaleDateString("fr", {
    timeZone: "Europe/Paris",
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
  });
  for (
    const [path, texts] of [
      ["/?athletes=1001,1002", [
        "A LEFEVRE Jean-Baptiste Ac Exemple",
        "B N'DIAYE Awa Lyon Exemple Athle",
      ]],
      ["/comparer?athletes=1001,1002", ["LEFEVRE Jean-Baptiste", "N'DIAYE Awa"]],
      ["/planificateur?d=10000&t=42:30", [`10 km en 42'30"`, `4'15"/km en moyenne`]],
      ["/zones?vma=17.5", ["VMA 17,5 km/h"]],
      ["/predictions?r=10000@45:00", ["10 km, 45'00"]],
      ["/groupe?s=8x400@100", ["8 × 400 m"]],
    ] as const
  ) {
    await visit(path, async (page) => {
      const pages = await printed(page);
      const text = withPlainSpaces(pages.map((one) => one.text).join(" ")).replaceAll(/ +/g, " ");
      for (const expected of [...texts, today, path]) assertStringIncludes(text, expected, path);
      await page.emulateMedia({ media: "print" });
      const code = page.locator(".printed-code");
      await code.scrollIntoViewIfNeeded();
      const picture = (await code.screenshot()).toBase64();
      const read = await readQrCode(
        `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><image width="400" height="400" href="data:image/png;base64,${picture}"/></svg>`,
        400,
      );
      assertEquals(read && new URL(read).pathname + new URL(read).search, path);
    });
  }
  // The foot follows what scripts change.
  await visit("/", async (page) => {
    await page.locator(".light").first().waitFor();
    await page.locator("#field-slow").fill("5'00");
    await page.locator("#field-slow").press("Enter");
    await page.waitForURL(/slow=5:00/);
    await until(
      "the foot follows",
      async () => (await page.locator(".printed-address").textContent())?.endsWith("/?slow=5:00"),
    );
    await until(
      "the code is there",
      async () => (await page.locator(".printed-code path").getAttribute("d")) !== "",
    );
  });
});

/** Twelve invented people of a group. */
const TWELVE = Array.from(
  { length: 12 },
  (_, n) =>
    `${["MARTIN-DURAND Anne-Sophie", "DUVAL Léa", "BERGER Jo"][n % 3]} ${"abcdefghijkl"[n]} ${
      12 + n / 4
    }`,
);

for (const width of [360, 1280]) {
  Deno.test(`twelve athletes over 8 × 400 m have their sheet in three actions at ${width} px`, async () => {
    await visit("/groupe", async (page) => {
      await page.getByLabel(/^Séance/).fill("8x400 100 r 1'");
      await page.getByLabel(/^Coureurs/).fill(TWELVE.join("\n"));
      await page.getByRole("button", { name: "Calculer" }).click();
      const first = page.getByRole("rowheader", { name: "MARTIN-DURAND" }).first();
      await first.waitFor();
      // The sheet is in view, with its day and the first times.
      for (const seen of [page.getByRole("heading", { name: "Fiche de séance" }), first]) {
        const box = await seen.boundingBox();
        assert(box !== null && box.y >= 0 && box.y + box.height <= 800, `${box?.y} px`);
      }
      assertMatch(await page.locator(".sheet-day").innerText(), /^\S+ \d+ \S+ 20\d\d$/);
      // No name takes four lines, on the narrowest phone either.
      const lines = await page.evaluate<number>(
        "Math.max(...[...document.querySelectorAll('.runner-name')].map((name) => " +
          "Math.round(name.offsetHeight / parseFloat(getComputedStyle(name).lineHeight))))",
      );
      assert(lines <= 3, `${lines} lines`);
      assertEquals(await violations(page), []);
      assertEquals(await sidewaysScroll(page), 0);
      const [sheet, ...more] = await printed(page);
      assertEquals(more.length, 0);
      assertStringIncludes(withPlainSpaces(sheet?.text ?? ""), "Fiche de séance");
      for (const name of ["Anne-Sophie a", "Léa k", "Jo l"]) {
        assertStringIncludes(withPlainSpaces(sheet?.text ?? ""), name);
      }
      // A box a runner and repetition, in which a time can be written.
      await page.emulateMedia({ media: "print" });
      // As wide as the paper, whose 194 mm are 733 dots.
      await page.setViewportSize({ width: 733, height: 1000 });
      const boxes = await page.locator(".write-boxes i").evaluateAll((all) =>
        all.map((box) => {
          const { width, height } = box.getBoundingClientRect();
          return [width, height].map((pixels) => pixels * 25.4 / 96);
        })
      );
      assertEquals(boxes.length, 96);
      for (const [width = 0, height = 0] of boxes) assert(width >= 9 && height >= 5);
    }, { width });
  });
}

Deno.test("a group's sheet has title, day and groups, lies where boxes need it, and says what is wrong first", async () => {
  await visit("/groupe?s=70x100", async (page) => {
    await page.getByLabel("Titre de la fiche").fill("Mardi piste");
    await page.getByLabel("Date").fill("2026-12-01");
    await page.locator("label.option", { has: page.locator("[name=groups][value='3']") }).click();
    await page.getByLabel(/^Séance/).fill("10x400 105\n3x2000 90");
    await page.getByLabel(/^Coureurs/).fill(TWELVE.join("\n"));
    await page.getByRole("button", { name: "Calculer" }).click();
    await page.getByRole("rowheader", { name: "Groupe 3" }).waitFor();
    const [sheet, ...more] = await printed(page);
    assert(sheet !== undefined && sheet.width > sheet.height, "it lies");
    assertEquals(more.length, 0);
    for (const text of ["Mardi piste", "mardi 1 décembre 2026", "Groupe 1", "VMA 14,0–14,8 km/h"]) {
      assertStringIncludes(withPlainSpaces(sheet.text), text);
    }
    // Neither title nor day nor names are in the address on paper.
    assertMatch(sheet.text, /\/groupe\?s=10x400@105;3x2000@90&groups=3/);
    await page.getByLabel(/^Coureurs/).fill("Bo");
    await page.getByRole("button", { name: "Calculer" }).click();
    const notice = page.locator("#answer.notice-wrong");
    await notice.waitFor();
    const box = await notice.boundingBox();
    assert(box !== null && box.y >= 0 && box.y < 800);
    assertEquals(await violations(page), []);
  }, { status: 400 });
});

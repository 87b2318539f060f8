import { assertEquals } from "@std/assert";
import { parseRobots } from "./robots.ts";

const allows = (rules: string, path: string) => parseRobots(rules, "MyPacer/0.1").allows(path);

Deno.test("parseRobots() lets the longest rule decide, whatever the order", () => {
  const rules =
    "User-agent: *\nDisallow: /bases/\nAllow: /bases/liste.aspx\nDisallow: /bases/liste.aspx?frmbase=x\n";
  assertEquals(allows(rules, "/bases/liste.aspx?frmbase=cclubs"), true);
  assertEquals(allows(rules, "/bases/liste.aspx?frmbase=x&y=1"), false);
  assertEquals(allows(rules, "/bases/autre"), false);
  assertEquals(allows(rules, "/athletes/1"), true);
});

Deno.test("parseRobots() lets the rule that allows win among two as long", () => {
  assertEquals(allows("User-agent: *\nDisallow: /a\nAllow: /a\n", "/a"), true);
});

Deno.test("parseRobots() reads `*` and a `$` at the end", () => {
  const rules =
    "User-agent: *\nDisallow: /*.pdf$\nDisallow: /*/records\nDisallow: /exact$\nDisallow: /a*b*c$\n";
  assertEquals(
    ["/x/y.pdf", "/x.pdf?z", "/athletes/1/records", "/athletes/1", "/exact", "/exactly"].map((
      path,
    ) => allows(rules, path)),
    [
      false,
      true,
      false,
      true,
      false,
      true,
    ],
  );
  assertEquals([
    allows(rules, "/a1b2c"),
    allows(rules, "/a1b2cd"),
    allows(rules, "/abcbc"),
    allows(rules, "/ac"),
  ], [
    false,
    true,
    false,
    true,
  ]);
});

Deno.test("parseRobots() takes our own group, however it is written, and else that for all", () => {
  const rules =
    "User-agent: *\nDisallow: /\n\nuser-agent : MYPACER/2 (test)\nDisallow: /no # reason\n";
  assertEquals([allows(rules, "/yes"), allows(rules, "/no/x")], [true, false]);
  assertEquals(parseRobots(rules, "OtherBot/1").allows("/yes"), false);
});

Deno.test("parseRobots() joins groups of one name and shares rules among names in a row", () => {
  const rules =
    "User-agent: a\nUser-agent: mypacer\nDisallow: /1\n\nUser-agent: b\nDisallow: /2\nUser-agent: mypacer\nDisallow: /3\n";
  assertEquals(["/1", "/2", "/3"].map((path) => allows(rules, path)), [false, true, false]);
});

Deno.test("parseRobots() compares encoded and bare characters alike", () => {
  assertEquals(allows("User-agent: *\nDisallow: /caf%c3%a9/%61\n", "/café/a"), false);
  assertEquals(allows("User-agent: *\nDisallow: /café\n", "/caf%C3%A9/x"), false);
  assertEquals(allows("User-agent: *\nDisallow: /a%2fb\n", "/a/b"), true);
});

Deno.test("parseRobots() allows everything where nothing is forbidden", () => {
  for (
    const rules of [
      "",
      "Disallow: /",
      "User-agent: *\nDisallow:\n",
      "<!DOCTYPE html><html></html>",
      "\ufeffSitemap: /x",
    ]
  ) {
    assertEquals(allows(rules, "/a"), true);
  }
});

Deno.test("parseRobots() reads line ends and a byte order mark of every kind", () => {
  assertEquals(allows("\ufeffUser-agent: *\rDisallow: /a\r\nDisallow: /b\n", "/a"), false);
  assertEquals(allows("\ufeffUser-agent: *\rDisallow: /a\r\nDisallow: /b\n", "/b"), false);
});

Deno.test("parseRobots() never forbids robots.txt itself", () => {
  assertEquals(allows("User-agent: *\nDisallow: /\n", "/robots.txt"), true);
});

Deno.test("parseRobots() reads the crawl delay, the longest one that concerns us, within an hour", () => {
  const delay = (rules: string) => parseRobots(rules, "MyPacer").crawlDelay;
  assertEquals(delay("User-agent: *\nCrawl-delay: 2.5\n"), 2.5);
  assertEquals(delay("User-agent: *\nCrawl-delay: 2,5\n\nUser-agent: *\nCrawl-delay: 4\n"), 4);
  assertEquals(delay("User-agent: other\nCrawl-delay: 9\n"), null);
  assertEquals(delay("User-agent: *\nCrawl-delay: soon\nCrawl-delay:\nCrawl-delay: -1\n"), null);
  assertEquals(delay("User-agent: *\nCrawl-delay: 99999999\n"), 3600);
});

Deno.test("parseRobots() matches patterns made to be slow at once", () => {
  const rules = `User-agent: *\nDisallow: /${"*a".repeat(5000)}$\n`;
  assertEquals(allows(rules, `/${"a".repeat(20_000)}b`), true);
});

import { assertEquals, assertThrows } from "@std/assert";
import { findAll } from "../html.ts";
import { PageShapeError } from "../shape.ts";
import { openPage } from "./open_page.ts";

const WHOLE =
  "<html><!-- <table> --><script>'<table>'</script><table class=\"base-table\"><tbody><tr><td>x</td></tr></tbody></table></html>";

Deno.test("openPage() opens a whole page, whatever its scripts and comments say", () => {
  assertEquals(findAll(openPage(WHOLE, "roster"), "td").length, 1);
});

Deno.test("openPage() refuses a page cut at any place behind its first tag", () => {
  for (let end = "<html>".length; end < WHOLE.length; end++) {
    assertThrows(() => openPage(WHOLE.slice(0, end), "roster"), PageShapeError, "it breaks off");
  }
});

Deno.test("openPage() tells at once that a million openings have no end", () => {
  for (const opening of ["<script>", "<!-- ", "<table>"]) {
    assertThrows(
      () => openPage(opening.repeat(1_000_000), "roster"),
      PageShapeError,
      "it breaks off",
    );
  }
});

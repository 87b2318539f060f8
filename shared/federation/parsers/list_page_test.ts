import { assertEquals, assertThrows } from "@std/assert";
import { allElements, parseHtml } from "../html.ts";
import { PageShapeError } from "../shape.ts";
import { readPager } from "./list_page.ts";

const pagerOf = (html: string) => readPager(allElements(parseHtml(html)), "roster");

Deno.test("readPager() reads the closed drop-down", () => {
  const html =
    '<div id="selectPagination"><span class="select-text">Page&nbsp;&gt;&nbsp;003/012&nbsp;&lt;</span></div>';
  assertEquals(pagerOf(html), { page: 3, pages: 12 });
});

Deno.test("readPager() reads the wording without `>`", () => {
  const html = '<div id="selectPagination">Page 001 / 002</div>';
  assertEquals(pagerOf(html), { page: 1, pages: 2 });
});

Deno.test("readPager() reads the chosen option where the drop-down itself says nothing", () => {
  const html = `<div id="optionsPagination"><div class="select-option">Page > 001/004 <</div>
    <div class="select-option selected">Page &gt; 002/004 &lt;</div></div>`;
  assertEquals(pagerOf(html), { page: 2, pages: 4 });
});

Deno.test("readPager() falls back on the links, which count from 0", () => {
  const html = `<div id="optionsPagination">
    <div class="select-option" data-url="/l?a=1&amp;frmposition=0">première</div>
    <div class="select-option selected" data-url="/l?a=1&amp;frmposition=1">deuxième</div>
    <div class="select-option" data-url="/l?a=1&amp;frmposition=2">dernière</div></div>`;
  assertEquals(pagerOf(html), { page: 2, pages: 3 });
});

Deno.test("readPager() knows a pager without its ids by its wording", () => {
  const html =
    '<span class="select-text">2026</span><span class="select-text">Page &gt; 001/007 &lt;</span>';
  assertEquals(pagerOf(html), { page: 1, pages: 7 });
});

Deno.test("readPager() leaves other drop-downs alone", () => {
  const html =
    '<div id="optionsEpreuve"><div class="select-option selected">1 500m</div></div><span class="select-text">2026</span>';
  assertEquals(pagerOf(html), { page: 1, pages: 1 });
});

Deno.test("readPager() refuses a pager that says nothing, rather than reading the first page only", () => {
  const html =
    '<div id="selectPagination">suite</div><div id="optionsPagination"><div class="select-option">suite</div></div>';
  assertThrows(() => pagerOf(html), PageShapeError, "pager is not understood");
});

import { assertEquals } from "@std/assert";
import { clipText, plainText, visibleLines, visibleText } from "./typed_text.ts";

/** What pasting from chats, PDFs and pages brings along. */
const INVISIBLE = [
  ["zero-width space", "\u200b"],
  ["zero-width joiner", "\u200d"],
  ["left-to-right mark", "\u200e"],
  ["right-to-left mark", "\u200f"],
  ["isolate", "\u2066"],
  ["byte order mark", "\ufeff"],
  ["soft hyphen", "\u00ad"],
  ["word joiner", "\u2060"],
  ["variation selector", "\ufe0f"],
  ["combining grapheme joiner", "\u034f"],
  ["tag", "\u{e0020}"],
] as const;
const SPACES = [
  "\u00a0",
  "\u202f",
  "\u2009",
  "\u3000",
  "\t",
  "\r\n",
  "\u2028",
  "\u0000",
  "\u2800",
  "\u3164",
];

Deno.test("visibleText() takes out what cannot be seen, wherever it stands", () => {
  for (const [name, sign] of INVISIBLE) {
    assertEquals(visibleText(`${sign}45:${sign}30${sign}`), "45:30", name);
  }
  for (const space of SPACES) {
    assertEquals(visibleText(`${space}10${space}${space}km${space}`), "10 km");
  }
  assertEquals(visibleText("a\ud800b"), "a b");
});

Deno.test("clipText() cuts no sign in half", () => {
  assertEquals(["ab🏃", "abc🏃"].map((text) => clipText(text, 4)), ["ab🏃", "abc"]);
  assertEquals(clipText("abcde", 4), "abcd");
});

Deno.test("visibleLines() keeps lines and the tabs between columns", () => {
  assertEquals(visibleLines("Anna\t15\r\nBob\u00a0\u200b 14\rCy\u2028D"), [
    "Anna\t15",
    "Bob 14",
    "Cy",
    "D",
  ]);
});

Deno.test("plainText() turns every quote, dash, colon and digit into the plain one", () => {
  const plain: [typed: string, plain: string][] = [
    ["4’30”", `4'30"`],
    ["4′30″", `4'30"`],
    ["28''15", `28"15`],
    ["−2 – 3 — 4", "-2 - 3 - 4"],
    ["４５：３０", "45:30"],
    ["٤٥٫٥", "45,5"],
    ["१२", "12"],
    ["5 ㎞", "5 km"],
    ["1⁄2", "1/2"],
    ["me\u0300tres", "m\u00e8tres"],
  ];
  for (const [typed, text] of plain) assertEquals(plainText(typed), text, typed);
});

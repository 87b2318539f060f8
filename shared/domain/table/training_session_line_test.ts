import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  type Length,
  SESSION_LIMITS,
  type SessionLine,
  sessionLineCode,
} from "./training_session.ts";
import { SessionError } from "./training_session_cursor.ts";
import { MAX_SESSION_LINE, parseSessionLine, SESSION_EXAMPLES } from "./training_session_line.ts";

/** The short form of a line that is a block. */
function codeOf(text: string): string {
  const { line } = parseSessionLine(text);
  assertEquals(line.kind, "block", text);
  return sessionLineCode(line);
}

const readingsOf = (text: string) =>
  parseSessionLine(text).readings.map(({ reading, written }) => `${reading} ${written}`);

function refusalOf(text: string): SessionError {
  return assertThrows(() => parseSessionLine(text), SessionError, undefined, text);
}

const BLOCKS: Record<string, readonly (readonly [text: string, code: string])[]> = {
  "repetitions over a distance or for a time": [
    ["10x400 105%", "10x400@105"],
    ["10 × 400 m à 105 % VMA", "10x400@105"],
    ["10*400m @ 105", "10x400@105"],
    ["10 fois 400 m à 105 %", "10x400@105"],
    ["400 m x 10 105%", "10x400@105"],
    ["10X1 000 95", "10x1000@95"],
    ["6x1000 en 95%", "6x1000@95"],
    ["6 x 1000m (95%) r:2'", "6x1000@95r120"],
    ['15x30" 105%', "15x30s@105"],
    ["15 x 30’’ à 105 %", "15x30s@105"],
    ["6x3' 95", "6x180s@95"],
    ["5x3 min à 97,5 %", "5x180s@97.5"],
    ["4x3'30 95", "4x210s@95"],
    ["2000 85", "1x2000@85"],
    ["1h 70%", "1x3600s@70"],
    ["10x50 100", "10x50@100"],
    ["10x400 à VMA", "10x400@100"],
    ["- 10x400 105%", "10x400@105"],
    ["2) 10x400 105%", "10x400@105"],
    ["Séance : 10x400 105%", "10x400@105"],
  ],
  "ranges of per cent": [
    ["10x400 100-105 %", "10x400@100~105"],
    ["10x400 105%-100%", "10x400@100~105"],
    ["10x400 de 100 à 105 %", "10x400@100~105"],
    ["10x400 100 % à 105 % r 1'", "10x400@100~105r60"],
    ["10x400 entre 100 et 105 % de la VMA", "10x400@100~105"],
    ["10x400 at 100 to 105% of VMA", "10x400@100~105"],
    ["10x400 100/105 %", "10x400@100~105"],
  ],
  "efforts with their recovery": [
    [`15x30"/30" 105 %`, "15x30s@105r30"],
    ["10x30/30 105%", "10x30s@105r30"],
    ["30/30 100%", "1x30s@100r30"],
    ["10x45/15 100%", "10x45s@100r15"],
    ["10x30-30 105%", "10x30s@105r30"],
    ['10x(30" vite / 30" lent) 105%', "10x30s@105r30"],
    ["5x3'/1' 95", "5x180s@95r60"],
    ["5x3/1' 95", "5x180s@95r60"],
    ["10x1'/30 100%", "10x60s@100r30"],
    ["10x200/200 105%", "10x200@105r200m"],
    ["10x400/1' 100%", "10x400@100r60"],
    ["10x200/45 105%", "10x200@105r45"],
    ["10' de 30/30 à 100 %", "10x30s@100r30"],
    ["2x(6' de 30/30 100%) R 3'", "2x(6x30s@100r30)r180"],
  ],
  "sets": [
    ["2x(10x30/30 100%)", "2x(10x30s@100r30)"],
    ["2x(8x200) 110%", "2x(8x200@110)"],
    ["2x(8x200) 110% r 30\" R 3'", "2x(8x200@110r30)r180"],
    ["2x(8x200) 110% R 3' r 30\"", "2x(8x200@110r30)r180"],
    ["2x(8x200 r 30\") 110% récup entre les séries 3'", "2x(8x200@110r30)r180"],
    ['2x8x200 110% r 30"', "2x(8x200@110r30)"],
    ['2X8X200 110% R 30"', "2x(8x200@110r30)"],
    ["2x8x200 110% r 30\" R 3'", "2x(8x200@110r30)r180"],
    ["3 séries de 8x200 à 110 %", "3x(8x200@110)"],
    ["3 sets of (8x200) at 110%", "3x(8x200@110)"],
    ["2x(6x200 110% - 1000 90%) R 3'", "2x(6x200@110_1x1000@90)r180"],
    ["20x(30/30) 100%", "20x30s@100r30"],
    ["(400-300)x3 105%", "3x(1x400@105_1x300@105)"],
    ["10x(400) 105% r 1'", "10x400@105r60"],
    ["2x(8x200 110%", "2x(8x200@110)"],
  ],
  "pyramids": [
    ["4x(400-300-200) 105%", "4x(1x400@105_1x300@105_1x200@105)"],
    ["4x(400, 300, 200) 105%", "4x(1x400@105_1x300@105_1x200@105)"],
    ["4x(400/300/200) 105%", "4x(1x400@105_1x300@105_1x200@105)"],
    ["2x(400-300) 105% r 1' R 3'", "2x(1x400@105r60_1x300@105r60)r180"],
    ["200 - 400 - 200 95 % r 1'", "1x200@95r60_1x400@95r60_1x200@95r60"],
    ["1'-2'-1' 95%", "1x60s@95_1x120s@95_1x60s@95"],
    ["1-2-1' 95%", "1x60s@95_1x120s@95_1x60s@95"],
    ["3x(1000 95% - 500 100%)", "3x(1x1000@95_1x500@100)"],
    ["1000 r 2' - 500 95%", "1x1000@95r120_1x500@95"],
    ["10x400 105% puis 5x200 110%", "10x400@105_5x200@110"],
  ],
  "recoveries": [
    ["10x400 105% r 1'15", "10x400@105r75"],
    ["10x400 105% r 1' 15", "10x400@105r75"],
    ['10x400 105% r 90"', "10x400@105r90"],
    ["10x400 105% r 1 min", "10x400@105r60"],
    ["10x400 105% r 1 min 30", "10x400@105r90"],
    ["10x400 105% r=30s", "10x400@105r30"],
    ["10x400 105% récup 1'30", "10x400@105r90"],
    ["10x400 105% R 1'15", "10x400@105r75"],
    ["10x400 105% (r 1'15)", "10x400@105r75"],
    ["10x400 r 1' 95%", "10x400@95r60"],
    ["10x400 105% rec 60", "10x400@105r60"],
    ["10x400 105% r 200 m", "10x400@105r200m"],
    ["10x400 105% r trot 100 m", "10x400@105r100m"],
    ["12x200 m 115 %, récupération : 200 m trot", "12x200@115r200m"],
    ["10 x 400m @ 105% w/ 60s rest", "10x400@105r60"],
    ["5 x 1 km @ 95%, 2 min jog", "5x1000@95r120"],
    ["4 x 800m at 100% with 400m jog", "4x800@100r400m"],
  ],
};

for (const [kind, forms] of Object.entries(BLOCKS)) {
  Deno.test(`parseSessionLine() reads ${kind} as coaches write them`, () => {
    for (const [text, code] of forms) assertEquals(codeOf(text), code, text);
  });
}

Deno.test("parseSessionLine() keeps parts without targets as they were written", () => {
  for (
    const text of [
      "échauffement 20 min",
      "retour au calme 10'",
      "Footing 20'",
      "gammes",
      "20 min d’échauffement",
      "10' footing",
      "6x80 m lignes droites",
      "récup 5' trot",
      "r 3'",
      "warm-up 20 min",
      "cool down 10 min",
      "échauffement 20', gammes, 3 accélérations",
    ]
  ) {
    assertEquals(parseSessionLine(text), { line: { kind: "text", text }, readings: [] }, text);
  }
  // Words that nothing is known of are kept as well, and what may have been meant as a block: that
  // is said.
  for (const text of ["circuit 3 tours", "Footing 45' à 70 %", "fartlek 10x1'/1'"]) {
    assertEquals(readingsOf(text), [`text ${text}`]);
  }
});

Deno.test("parseSessionLine() says how it read what could be read in another way", () => {
  const forms: [text: string, code: string, ...readings: string[]][] = [
    ["10x400 105% r 200", "10x400@105r200m", "recovery-meters r 200"],
    ["10x400 105% r 120", "10x400@105r120", "recovery-seconds r 120"],
    ["3x2000 90 % 2'", "3x2000@90r120", "recovery-bare 2'"],
    ["2x(8x200) 110% r 3'", "2x(8x200@110)r180", "recovery-sets r 3'"],
    ["5x(3'-1') 95", "5x180s@95r60", "pair 3'/1'"],
    ["10x200/200 105%", "10x200@105r200m", "pair 200/200"],
    ["10' de 30/30 100%", "10x30s@100r30", "total 10'"],
    ["10 x 30/30", "10x30s@100r30", "share-assumed 30"],
    ["200-400-200", "1x200@100_1x400@100_1x200@100", "share-assumed 200"],
  ];
  for (const [text, code, ...readings] of forms) {
    assertEquals([codeOf(text), ...readingsOf(text)], [code, ...readings], text);
  }
  assertEquals(readingsOf(`2x(10x30"/30") 100 % R 3'`), []);
});

Deno.test("parseSessionLine() keeps the meaning of the first sessions' addresses", () => {
  for (const code of ["10x400@105r75", "15x30s@105", "1x2000@97.5r180", "10x400@105r200"]) {
    assertEquals(codeOf(code), code);
    assertEquals(readingsOf(code), []);
  }
});

Deno.test("parseSessionLine() names the part that is wrong, and offers what it reads", () => {
  const forms: [text: string, part: string, written: string, ...suggestions: string[]][] = [
    ["70x100", "repetitions", "70", "60x100"],
    ["0x400 100%", "repetitions", "0", "1x400 100%"],
    ["8-10x400 105%", "repetitions", "8-10", "8x400 105%", "10x400 105%"],
    [
      "4x400-300-200 105%",
      "repetitions",
      "4x400-300-200",
      "4x(400-300-200) 105%",
      "4x400-1x300-1x200 105%",
    ],
    ["30x(400-200) 105%", "sets", "30", "20x(400-200) 105%"],
    ["2x(2x(400)) 100%", "sets", "(400)) 100%", ...SESSION_EXAMPLES],
    ["9x10 100%", "length", "10", `9x10" 100%`, "9x10' 100%", "9x50 m 100%"],
    ["6x3 m 95", "length", "3 m", "6x3' 95", "6x3 km 95", "6x50 m 95"],
    ["1-2-1 95%", "length", "1-2-1", "1'-2'-1' 95%"],
    ["10x 105%", "length", "", "10x 400 m 105%"],
    ["10x400 300%", "share", "300%", "10x400 100 %", "10x400 90 %"],
    ["3x2000", "share", "", "3x2000 90 %", "3x2000 95 %"],
    ["10x400 en 1'15", "share", "en 1'15", "10x400 100 %", "10x400 90 %"],
    ["6x1000 allure semi", "share", "allure semi", "6x1000 80-85 %"],
    [
      "10x400 105% r 20 m",
      "recovery",
      "20 m",
      `10x400 105% r 20"`,
      "10x400 105% r 20'",
      "10x400 105% r 200 m",
    ],
    ["10x400 105% r 45'", "recovery", "45'", `10x400 105% r 45"`, "10x400 105% r 30'"],
    ["10x400 105% r 3", "recovery", "3", "10x400 105% r 3'"],
    ["10x400 105% r 1,5", "recovery", "1,5", "10x400 105% r 1'30"],
    ["10x400 105% r 1.15", "recovery", "1.15", "10x400 105% r 1'15"],
    ["10x400 105% r 150", "recovery", "150", `10x400 105% r 150"`, "10x400 105% r 150 m"],
    ["10x400 105% r 1' à 1'30", "recovery", "1' à 1'30", "10x400 105% r 1'", "10x400 105% r 1'30"],
    ["10x400 105% r 1' R 3'", "recovery", "R 3'", "10x400 105% r 1'"],
    ["10x30/30 105% r 3'", "recovery", "r 3'", "10x30/30 105%"],
    ["6x1000 3'30", "share", "3'30", "6x1000 100 %", "6x1000 90 %"],
    ["6x1000 seuil", "share", "seuil", "6x1000 85-90 %"],
    ["10x400 85 % FCM", "rest", "FCM", "10x400 85 %"],
    [`côtes 10x30" 110%`, "rest", "côtes", `10x30" 110%`],
  ];
  for (const [text, part, written, ...suggestions] of forms) {
    const error = refusalOf(text);
    assertEquals([error.part, error.written, ...error.suggestions], [
      part,
      written,
      ...suggestions,
    ]);
  }
  for (
    const text of ["", "!", "10x400 105 %".padEnd(MAX_SESSION_LINE + 1, "!"), "gammes ".repeat(20)]
  ) {
    assertEquals(refusalOf(text).suggestions, SESSION_EXAMPLES, text);
  }
});

Deno.test("parseSessionLine() reads its own examples", () => {
  for (const text of SESSION_EXAMPLES) codeOf(text);
});

const length = (part: "length" | "recovery"): fc.Arbitrary<Length> =>
  fc.oneof(
    fc.integer(SESSION_LIMITS[part].distance).map((distance) => ({ distance, time: null })),
    fc.integer(SESSION_LIMITS[part].time).map((time) => ({ distance: null, time })),
  );
const share = fc.tuple(
  fc.integer({ min: 400, max: 1600 }).map((tenths) => tenths / 10),
  fc.integer({ min: 400, max: 1600 }).map((tenths) => tenths / 10),
).map(([a, b]) => ({ slowest: Math.min(a, b), fastest: Math.max(a, b) }));
const step = fc.record({
  repetitions: fc.integer(SESSION_LIMITS.repetitions),
  length: length("length"),
  share,
  recovery: fc.option(length("recovery")),
}).map(({ length, ...rest }) => ({ ...rest, ...length }));
const block: fc.Arbitrary<SessionLine> = fc.record({
  kind: fc.constant("block" as const),
  sets: fc.integer(SESSION_LIMITS.sets),
  steps: fc.array(step, { minLength: 1, maxLength: SESSION_LIMITS.steps.max }),
  setRecovery: fc.option(length("recovery")),
}).map((block) => {
  const [first, second] = block.steps;
  // One step done once in each set is no set: it is read as repetitions.
  const noSets = second === undefined && first?.repetitions === 1;
  return block.sets === 1 || noSets ? { ...block, sets: 1, setRecovery: null } : block;
});

Deno.test("parseSessionLine() reads back what sessionLineCode() writes, and says nothing of it", () => {
  fc.assert(fc.property(block, (block) => {
    const code = sessionLineCode(block);
    assert(code.length <= MAX_SESSION_LINE);
    assertEquals(parseSessionLine(code), { line: block, readings: [] });
  }));
});

/** Pieces of sessions, in any order, and any text. */
const line = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.array(
    fc.constantFrom(
      ..."10x,2x(,),400,300-200,30/30,30\",1',1'30,r ,R ,récup ,r 200,r 20 m, 105, 95%, 100-105 %,@,-,/, ,x,m,min,km, de , à ,footing ,VMA,entre les séries,5000,70x,' "
        .split(","),
    ),
    { maxLength: 9 },
  ).map((pieces) => pieces.join("")),
);

Deno.test("parseSessionLine() answers any text with a line that its code leads to, or with what can be read", () => {
  fc.assert(
    fc.property(line, (text) => {
      try {
        const { line } = parseSessionLine(text);
        assertEquals(parseSessionLine(sessionLineCode(line)).line, line);
      } catch (error) {
        if (!(error instanceof SessionError)) throw error;
        assert(error.suggestions.length > 0);
        for (const suggestion of error.suggestions) parseSessionLine(suggestion);
      }
    }),
    { numRuns: 2000 },
  );
});

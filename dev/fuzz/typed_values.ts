/**
 * What people type and paste into the fields of the site: well written, nearly so, extreme, and
 * anything else.
 */
import fc from "fast-check";

/** A text of a field. */
export type Typed = fc.Arbitrary<string>;

const two = (value: number) => String(value).padStart(2, "0");

/** Numbers as they are written, from sensible to those that no field takes. */
const numbers: Typed = fc.oneof(
  { weight: 4, arbitrary: fc.nat(30).map(String) },
  { weight: 3, arbitrary: fc.nat(500).map(String) },
  { weight: 2, arbitrary: fc.nat(300_000).map(String) },
  {
    weight: 4,
    arbitrary: fc.tuple(fc.nat(300), fc.constantFrom(",", "."), fc.nat(999))
      .map(([whole, point, rest]) => `${whole}${point}${rest}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ..."0|-0|-1|00012|1e3|1e308|1e-9|0x10|NaN|Infinity|0.1|0,001|,5|.5|5.|1.234,56|1 000|1'000"
        .split("|"),
      ..."999999999999999999999|9007199254740993|1/2|½|٤٢|１２|−5|+5|--5|4².5|0.0000000001|1_000"
        .split("|"),
    ),
  },
);

/**
 * Times, whole and broken, in every notation, with minutes and seconds that go too far now and
 * then.
 */
export const times: Typed = fc.tuple(
  fc.nat(30),
  fc.oneof({ weight: 6, arbitrary: fc.nat(59) }, { weight: 1, arbitrary: fc.nat(240) }),
  fc.oneof({ weight: 6, arbitrary: fc.nat(59) }, { weight: 1, arbitrary: fc.nat(120) }),
  fc.nat(999),
  fc.constantFrom<(h: number, m: number, s: number, f: number) => string>(
    (h, m, s) => `${h}:${two(m)}:${two(s)}`,
    (_, m, s) => `${m}:${two(s)}`,
    (_, m, s, f) => `${m}:${two(s)}.${f}`,
    (h, m, s) => `${h}h${two(m)}'${two(s)}"`,
    (h, m, s) => `${h} h ${m} min ${s} s`,
    (h, m) => `${h}h${two(m)}`,
    (h, m) => `${h}:${two(m)}`,
    (h, _, __, f) => `${h},${f}h`,
    (h) => `${h}h`,
    (_, m, s) => `${m}'${two(s)}`,
    (_, m, s) => `${m}’${two(s)}”`,
    (_, m, s) => `${m}′${two(s)}″`,
    (_, m, s) => `${m}'${two(s)}''`,
    (_, m, s, f) => `${m}'${two(s)}"${f}`,
    (_, m, s) => `${m}m${two(s)}`,
    (_, m, s) => `${m}mn${two(s)}s`,
    (_, m, s) => `${m} min ${s}`,
    (_, m, s) => `${m}.${two(s)}`,
    (_, m, s) => `${m},${two(s)}`,
    (_, m) => `${m}`,
    (_, m) => `${m} min`,
    (_, __, s, f) => `${s}"${f}`,
    (_, __, s) => `${s} s`,
    (h, m, s) => `${h}h${two(m)}:${two(s)}`,
  ),
).map(([h, m, s, f, write]) => write(h, m, s, f));

const namedDistances = fc.constantFrom(
  ..."semi|half|marathon|mile|Semi-marathon|half marathon|10 miles|Marathon|10k|5K|100 km|42,195"
    .split("|"),
  ..."42.195|21,1|21,0975|21097.5|42195|1609.344|1,500|12,400|10 000|1 500 m|10 kilomètres|400"
    .split("|"),
);

/** Distances: named, or a number with any unit or none. */
export const distances: Typed = fc.oneof(
  { weight: 2, arbitrary: namedDistances },
  {
    weight: 3,
    arbitrary: fc.tuple(
      numbers,
      fc.constantFrom("", " m", "m", " km", "km", " mi", " miles", " kilomètres", " K", " mètres"),
    ).map(([value, unit]) => value + unit),
  },
);

/** Paces and speeds. */
export const paces: Typed = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(
      times,
      fc.constantFrom("", "/km", "/mi", " /km", " au km", " par km", " min/km", " per mile"),
    ).map(([time, unit]) => time + unit),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(numbers, fc.constantFrom(" km/h", "kmh", " km/h", " mph", " kph", ""))
      .map(([value, unit]) => value + unit),
  },
);

/** Maximal aerobic speeds. */
export const speeds: Typed = fc.tuple(
  fc.constantFrom("", "", "VMA ", "VMA=", "vma : "),
  fc.oneof(numbers, fc.nat(12).map((value) => String(12 + value))),
  fc.constantFrom("", "", " km/h", "kmh"),
).map((parts) => parts.join(""));

/** Shares and ranges of them. */
const shares: Typed = fc.tuple(
  fc.constantFrom("", "", "à ", "en ", "@"),
  fc.oneof(fc.nat(140).map(String), numbers),
  fc.constantFrom("%", " %", "", "-105 %", " % VMA"),
).map((parts) => parts.join(""));

/** Per cent, with a sign or without. */
export const percents: Typed = fc.tuple(fc.constantFrom("", "-", "−", "+", "– "), shares)
  .map((parts) => parts.join(""));

const recoveries: Typed = fc.oneof(
  fc.constant(""),
  fc.tuple(
    fc.constantFrom(" r", " r ", " récup ", " R=", "/", " rest "),
    fc.oneof(times, distances, numbers),
  )
    .map((parts) => parts.join("")),
);

const blocks: Typed = fc.oneof(
  fc.tuple(
    fc.oneof(fc.nat(40), fc.nat(300)).map(String),
    fc.constantFrom("x", " x ", "×", "*", " fois "),
    fc.oneof(distances, times, fc.constantFrom('30"', "30", "30s", "400", "1'", "20 min")),
    fc.constantFrom(" ", " à ", "@", ""),
    shares,
    recoveries,
  ).map((parts) => parts.join("")),
  fc.constantFrom(
    '15x30"/30" 105 %',
    "10x30/30 105%",
    "30/30 100%",
    "10 x 30/30",
    "2x(10x30/30)",
    "2x(8x200) 110%",
    "4x(400-300-200) 105%",
    "200-400-600-400-200 100 %",
    "10x400 100-105 %",
    "6x1000 en 95%",
    "échauffement 20 min",
    "20' footing",
    "10x400 105% r 20 m",
    "10x400 105 r 200",
    "10x400 r 200 m",
    "10x400 105 r 45'",
    "70x100",
    "1x20000 75",
    "retour au calme 10'",
  ),
);

const lists = (one: Typed, between: readonly [string, ...string[]], most: number): Typed =>
  fc.tuple(fc.array(one, { minLength: 1, maxLength: most }), fc.constantFrom(...between))
    .map(([items, sign]) => items.join(sign));

/** Sessions, a line a block, as the form or the address parts them. */
export const sessions: Typed = lists(blocks, ["\n", "\r\n", ";", " + ", "\n\n"], 10);

/** Several distances. */
export const distanceLists: Typed = lists(distances, [",", ";", " ", ", ", "; ", "\n"], 12);

/** Names of people and of clubs, those of the directory of the tests among them. */
export const names: Typed = fc.oneof(
  fc.constantFrom(
    ..."dupont|DUPONT Marie|n'diaye awa|lefevr jean batiste|martin camille|ly|Li|O’Brien|Ac Exemple"
      .split("|"),
    ..."jean-françois|MARTIN Camille 1990|069902|exemple bordeaux|Œuvray|Łukasz|محمد|王伟|a|dupont%"
      .split("|"),
    "D'$'$&$`$$ Dollar",
    "/athlete/1001",
    "https://www.athle.fr/athletes/1001/",
  ),
  fc.string({ unit: fc.constantFrom(..."abcdeéèêiïoôuçñ-' "), minLength: 1, maxLength: 20 }),
);

function clock(seconds: number): string {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** Lengths of races, m, most of them common ones. */
const meters = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...[100, 400, 800, 1500, 1609.344, 3000, 5000, 10_000, 15_000, 20_000, 21_097.5, 42_195],
      ...[100_000, 200_000],
    ),
  },
  { weight: 2, arbitrary: fc.integer({ min: 100, max: 200_000 }) },
  // A little more or less than some kilometers, miles or laps.
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constantFrom(400, 1000, 1609.344, 5000),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom(0.01, 0.1, 0.5, 1, -0.01, -0.1, -1),
    ).map(([length, count, more]) => Number((length * count + more).toFixed(3))),
  },
  { weight: 1, arbitrary: fc.integer({ min: 10_000, max: 20_000_000 }).map((n) => n / 100) },
);

/** Paces of a race, s/km: mostly runners', at times those of nobody. */
const racePaces = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 140, max: 600 }) },
  { weight: 1, arbitrary: fc.integer({ min: 50, max: 2000 }) },
);

/** A race whose distance and time fit each other, as the two are written. */
export const races: fc.Arbitrary<{ d: string; t: string }> = fc.tuple(
  meters,
  racePaces,
  fc.constantFrom((n: number) => `${n}`, (n: number) => `${n} m`, (n: number) => `${n / 1000} km`),
  fc.boolean(),
).map(([distance, pace, write, french]) => {
  const time = clock(Math.round(distance * pace / 1000));
  return {
    d: french ? write(distance).replace(".", ",") : write(distance),
    t: french ? time.replace(/^(\d+):(?=.*:)/, "$1h").replace(":", "'") : time,
  };
});

/** A group's list, as typed or as pasted from a spreadsheet. */
export const runnerLists: Typed = lists(
  fc.tuple(
    names,
    fc.constantFrom(" ", ";", "\t", ", ", " : ", "=", " | "),
    fc.oneof(
      speeds,
      fc.tuple(races, fc.constantFrom(" ", " en ", " in ", ";"))
        .map(([{ d, t }, between]) => d + between + t),
    ),
    fc.constantFrom("", "", "", ";F", "\t1990", " M40"),
  ).map((parts) => parts.join("")),
  ["\n", "\r\n"],
  34,
);

/** Results as an address lists them: `5000@20:30,10000@42:30`. */
export const resultLists: Typed = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.tuple(meters, racePaces) },
    // Several tries over one distance, or nearly.
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(5000, 5001, 5100), racePaces) },
  ).map(([distance, pace]) => `${distance}@${clock(Math.round(distance * pace / 1000))}`),
  { minLength: 1, maxLength: 10 },
).map((results) => results.join(","));

/** Ids of athletes, those of the directory of the tests and others. */
export const athleteIds: Typed = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 1001, max: 1040 }).map(String) },
    { weight: 1, arbitrary: numbers },
    { weight: 1, arbitrary: fc.constantFrom("", "abc", "999", "0", " 1002 ", "1e3", "../1001") },
  ),
  { minLength: 1, maxLength: 10 },
).map((ids) => ids.join(","));

/** One of the values of a list, or nearly. */
export const oneOf = (...values: string[]): Typed =>
  fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...values) }, {
    weight: 1,
    arbitrary: fc.constantFrom("none", "FR", "1", values.join(",").toUpperCase()),
  });

/** Whole numbers as of pages and rows. */
export const counts: Typed = numbers;

const INVISIBLE = ["\u200b", "\u200e", "\ufeff", "\u00ad", "\u2066", "\u00a0", "\u202f", "\0"];
const ODD = [
  ..."<script>alert(1)</script>|\"><img src=x>|' or 1=1 --|%_\\|$&$'$`|{{x}}|../../etc/passwd|%00|&amp;"
    .split("|"),
  ..."null|undefined|[object Object]|true|constructor|__proto__|toString|💨🏃‍♀️|e\u0301|\u202eabc|\ud800"
    .split("|"),
];

/** Anything at all. */
const junk: Typed = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...ODD, ...INVISIBLE, " ", "\n", "\t") },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 40 }) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(..."a1,;:'\n é🏃"), fc.integer({ min: 50, max: 7000 }))
      .map(([sign, length]) => sign.repeat(length)),
  },
);

/** What befalls a text on its way into a field. */
const MISHAPS: readonly ((text: string, at: number, sign: string) => string)[] = [
  (text, at, sign) => text.slice(0, at) + sign + text.slice(at),
  (text, _, sign) => sign + text + sign,
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at) => text.slice(0, at),
  (text) => text.toUpperCase(),
  (text) => ` ${text}  `,
  (text) => text + text,
  (text) => text.replaceAll(",", "."),
  (text) => text.replaceAll(".", ","),
  (text) => text.replaceAll("'", "’").replaceAll('"', "”"),
  (text) => text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  (text) => text.split("").reverse().join(""),
];

/**
 * A text of a field: mostly what belongs there, at times damaged, of another field, empty, or
 * anything.
 */
export function typed(...wellWritten: [Typed, ...Typed[]]): Typed {
  const good = fc.oneof(...wellWritten);
  const damaged = fc.tuple(
    good,
    fc.constantFrom(...MISHAPS),
    fc.nat(12),
    fc.constantFrom(...INVISIBLE, ..."'\":;,. -/@x<é"),
  ).map(([text, befall, at, sign]) => befall(text, at, sign));
  return fc.oneof(
    { weight: 10, arbitrary: good },
    { weight: 3, arbitrary: damaged },
    { weight: 1, arbitrary: fc.oneof(times, distances, paces, numbers, names, sessions) },
    { weight: 1, arbitrary: fc.constant("") },
    { weight: 1, arbitrary: junk },
  );
}

/** A text of a query that is no list of parameters. */
export const rawQueries: Typed = fc.oneof(
  fc.constantFrom("", "?", "&", "=", "%", "%E0%A4%A", "a=%zz&b", "&&==", "d=%00", "[]=1", "q=+++"),
  junk,
);

/** One grammar for what people write: every spelling in every field that takes such a value. */
import { assertAlmostEquals } from "@std/assert";
import {
  ageFields,
  distanceFields,
  milePaceFields,
  mileSpeedFields,
  paceFields,
  type PageField,
  percentFields,
  speedFields,
  stepFields,
  timeFields,
} from "../../testing/page_fields.ts";

/** Each spelling gives its value in each field. */
function allRead(
  fields: readonly PageField[],
  spellings: readonly (readonly [text: string, value: number])[],
): void {
  for (const { name, read } of fields) {
    for (const [text, value] of spellings) {
      const answer = read(text);
      const problem = answer.problem?.code ?? "";
      assertAlmostEquals(answer.value ?? NaN, value, 0.05, `${name}: ${text} ${problem}`);
    }
  }
}

Deno.test("every spelling of a distance is read by every field of a distance", () => {
  allRead(distanceFields("4:00:00"), [
    ["42195", 42_195],
    ["42195 m", 42_195],
    ["42 195 m", 42_195],
    ["42 195", 42_195],
    ["42,195", 42_195],
    ["42.195", 42_195],
    ["42,195 km", 42_195],
    ["42.195 km", 42_195],
    ["42,195 m", 42_195],
    ["42'195 m", 42_195],
    ["marathon", 42_195],
    ["Marathon", 42_195],
    ["MARATHON", 42_195],
    ["26.2 miles", 42_195],
    ["40 km", 40_000],
    ["40km", 40_000],
    ["40 Km", 40_000],
    ["40 KM", 40_000],
    ["40k", 40_000],
    ["40 kms", 40_000],
    ["40 kilomètres", 40_000],
    ["40 kilometres", 40_000],
    ["40 kilometers", 40_000],
    ["40 Kilomètres", 40_000],
    ["40000 mètres", 40_000],
    ["40000 metres", 40_000],
    ["40000 meters", 40_000],
    ["40,5", 40_500],
    ["40.5 km", 40_500],
    ["25 miles", 40_233.6],
    ["25 mi", 40_233.6],
  ]);
  allRead(distanceFields("24h"), [["300 km", 300_000], ["300 kilomètres", 300_000]]);
  allRead(distanceFields("2h00"), [
    ["semi", 21_097.5],
    ["Semi", 21_097.5],
    ["semi-marathon", 21_097.5],
    ["demi-marathon", 21_097.5],
    ["half", 21_097.5],
    ["Half marathon", 21_097.5],
    ["21,0975", 21_097.5],
    ["21,097", 21_097.5],
    ["21.0975 km", 21_097.5],
    ["21097", 21_097.5],
    ["21097,5", 21_097.5],
    ["21,1", 21_100],
    ["12,400", 12_400],
    ["13.1 miles", 21_097.5],
  ]);
});

Deno.test("every spelling of a time is read by every field of a time", () => {
  allRead(
    timeFields("marathon"),
    [
      ["3h15", 11_700],
      ["3H15", 11_700],
      ["3 h 15", 11_700],
      ["3h15'00", 11_700],
      [`3h15'00"`, 11_700],
      ["3h15’00”", 11_700],
      ["3h15:00", 11_700],
      ["3:15'00", 11_700],
      ["3:15:00", 11_700],
      ["3h15min", 11_700],
      ["3 h 15 min", 11_700],
      ["3 h 15 min 00 s", 11_700],
      ["3 heures 15", 11_700],
      ["3 hours 15 minutes", 11_700],
      ["195 min", 11_700],
      ["195min", 11_700],
      ["195 mn", 11_700],
      ["195'", 11_700],
      ["11700 s", 11_700],
      // Only one reading is a marathon's.
      ["3:15", 11_700],
      ["3'15", 11_700],
      ["3.15", 11_700],
      ["195", 11_700],
      ["11700", 11_700],
    ],
  );
  allRead(timeFields("semi"), [["1,5h", 5400], ["1.5 h", 5400], ["1h23:45", 5025], ["1:30", 5400]]);
  allRead(timeFields("10 km"), [["45", 2700], ["45'", 2700], ["45 min", 2700], ["45:00", 2700]]);
  allRead(timeFields("1500 m"), [["4m30", 270], ["4 min 30", 270], ["4'30", 270], ["4.30", 270]]);
  allRead(timeFields("300 km"), [["24h", 86_400], ["24:00:00", 86_400]]);
});

Deno.test("every spelling of a speed is read by every field of a speed, and of a pace as well", () => {
  const speeds: [string, number][] = [
    ["16 km/h", 16],
    ["16km/h", 16],
    ["16 kmh", 16],
    ["16kmh", 16],
    ["16 km h", 16],
    ["16 KM/H", 16],
    ["16 km / h", 16],
    ["16 km/heure", 16],
    ["16 km à l'heure", 16],
    ["16 à l’heure", 16],
    ["16 kph", 16],
    ["16,0 km/h", 16],
    ["10 mph", 16.09344],
  ];
  const paces: [string, number][] = [
    ["3'45", 225],
    ["3:45", 225],
    ["3m45", 225],
    ["3 min 45", 225],
    ["3'45/km", 225],
    ["3'45 /km", 225],
    ["3'45 par km", 225],
    ["3'45 au km", 225],
    ["3:45 per km", 225],
    ["3:45 min/km", 225],
    ["3'45 au kilomètre", 225],
    ["6:02 per mile", 224.93],
    ["6'02 au mile", 224.93],
    ["6'02/mi", 224.93],
  ];
  allRead(speedFields(), [
    ["16", 16],
    ["16,0", 16],
    ["16.0", 16],
    ...speeds,
    ...paces.map(([text, pace]) => [text, 3600 / pace] as const),
  ]);
  allRead(paceFields(), [
    ["16,0", 225],
    ...paces,
    ...speeds.map(([text, speed]) => [text, 3600 / speed] as const),
  ]);
});

Deno.test("a table in miles takes what names no unit by the mile, and every unit that is named", () => {
  allRead(milePaceFields(), [
    ["8:00", 480],
    ["8'00", 480],
    ["8m00", 480],
    ["8:00/mi", 480],
    ["8:00 per mile", 480],
    ["8'00 au mile", 480],
    ["7.5 mph", 480],
    // A kilometer is 0.62137 miles: 5'00/km is 482.8 s a mile, 12 km/h as well.
    ["5'00/km", 482.8],
    ["5'00 au km", 482.8],
    ["12 km/h", 482.8],
  ]);
  allRead(mileSpeedFields(), [
    ["12", 12],
    ["12,5", 12.5],
    ["12 mph", 12],
    ["12 mi/h", 12],
    ["12 miles per hour", 12],
    ["16 km/h", 9.94],
    ["5:00", 12],
  ]);
});

Deno.test("every spelling of an age, a per cent and a step is read", () => {
  allRead(ageFields(), [["40", 40], ["40 ans", 40], ["40ans", 40], ["40 years", 40], ["40 y", 40]]);
  allRead(percentFields(), [
    ["2", 2],
    ["2 %", 2],
    ["2%", 2],
    ["+2", 2],
    ["-2", -2],
    ["−2 %", -2],
    ["– 2", -2],
    ["1,5", 1.5],
    ["1.5 %", 1.5],
    ["2 pour cent", 2],
    ["2 percent", 2],
  ]);
  allRead(stepFields("pace"), [["10", 10], ["10 s", 10], [`10"`, 10], ["0:10", 10], ["2,5", 2.5]]);
  allRead(stepFields("time"), [["60", 60], ["1'00", 60], ["1:00", 60], ["1 min", 60], [
    "60 s",
    60,
  ]]);
  allRead(stepFields("speed"), [["0,5", 0.5], ["0.5 km/h", 0.5], ["0,5 kmh", 0.5], [
    "0,5 km h",
    0.5,
  ], ["0,5 km/heure", 0.5]]);
});

/** A value that every field takes, as somebody types it there. */
const TYPED: readonly [fields: readonly PageField[], text: string, value: number][] = [
  [distanceFields("45:00"), "10 km", 10_000],
  [timeFields("10 km"), "45:30", 2730],
  [speedFields(), "16,5 km/h", 16.5],
  [paceFields(), "4'30", 270],
  [stepFields("pace"), "10", 10],
  [ageFields(), "40", 40],
  [percentFields(), "-2,5", -2.5],
];

Deno.test("what cannot be seen makes no difference in any field, nor do typographic signs and digits", () => {
  const signs = [
    "\u200b",
    "\u200e",
    "\u200f",
    "\ufeff",
    "\u00ad",
    "\u2060",
    "\u202a",
    "\u00a0",
    "\u202f",
  ];
  for (const [fields, text, value] of TYPED) {
    const middle = Math.ceil(text.length / 2);
    const variants = [
      ...signs.flatMap((sign) => [sign + text, text + sign, `${sign}${text}${sign}`]),
      ...signs.slice(0, 7).map((sign) => text.slice(0, middle) + sign + text.slice(middle)),
      text.replace("'", "’"),
      text.replace("'", "′"),
      text.replace("-", "−"),
      text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
      text.replaceAll(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit))),
    ];
    allRead(fields, variants.map((variant) => [variant, value] as const));
  }
});

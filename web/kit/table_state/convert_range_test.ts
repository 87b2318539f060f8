import { assertEquals } from "@std/assert";
import { convertRange } from "./convert_range.ts";

const paces = { km: { by: "pace", per: "km" }, mi: { by: "pace", per: "mi" } } as const;
const speeds = { km: { by: "speed", per: "km" }, mi: { by: "speed", per: "mi" } } as const;

Deno.test("convertRange() keeps a usual range usual, there and back", () => {
  const kilometers = { slowest: 390, fastest: 180, step: 5 };
  const miles = { slowest: 630, fastest: 290, step: 10 };
  assertEquals(convertRange(kilometers, paces.km, paces.mi), miles);
  assertEquals(convertRange(miles, paces.mi, paces.km), kilometers);
});

Deno.test("convertRange() gives bounds that are multiples of a step that people count in", () => {
  // 300 and 240 s/km are 482.8 and 386.2 s/mi; 2 s/km are 3.2 s/mi, nearer to 5 than to 2.
  assertEquals(convertRange({ slowest: 300, fastest: 240, step: 2 }, paces.km, paces.mi), {
    slowest: 485,
    fastest: 385,
    step: 5,
  });
  // Of a step beyond half a minute the bounds are half minutes: 482.8 and 241.4 s/mi.
  assertEquals(convertRange({ slowest: 300, fastest: 150, step: 60 }, paces.km, paces.mi), {
    slowest: 480,
    fastest: 240,
    step: 120,
  });
  // 12 and 20 km/h are 7.5 and 12.4 mph.
  assertEquals(convertRange({ slowest: 12, fastest: 20, step: 1 }, speeds.km, speeds.mi), {
    slowest: 7,
    fastest: 12,
    step: 1,
  });
});

Deno.test("convertRange() stays within the limits of the other unit, and within the rows of a page", () => {
  // 30'00/km would be 48'17/mi.
  assertEquals(convertRange({ slowest: 1800, fastest: 1500, step: 30 }, paces.km, paces.mi), {
    slowest: 2880,
    fastest: 2400,
    step: 60,
  });
  // 60 mph would be 97 km/h, a mile in a minute 37 s/km.
  assertEquals(
    convertRange({ slowest: 6, fastest: 60, step: 1 }, speeds.mi, speeds.km).fastest,
    60,
  );
  // 599 steps of 2 s/mi are 744 s/km: by 1 s, which is nearest, they would be too many rows.
  assertEquals(convertRange({ slowest: 1798, fastest: 600, step: 2 }, paces.mi, paces.km), {
    slowest: 1118,
    fastest: 372,
    step: 2,
  });
});

import { assert, assertEquals } from "@std/assert";
import { TRAINING_ZONES } from "@mypacer/shared/domain/models/training_zones.ts";

const tokens = await Deno.readTextFile(new URL("../../kit/styles/tokens.css", import.meta.url));

/** A color of the tokens in the light and the dark theme, as six hex digits. */
function colors(name: string): [light: string, dark: string] {
  const match = new RegExp(`--${name}: light-dark\\(#(\\w{6}), #(\\w{6})\\)`).exec(tokens);
  assert(match, name);
  return [match[1] ?? "", match[2] ?? ""];
}

/** Relative luminance of WCAG 2.2. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

Deno.test("every zone has a tint on which text keeps 7:1 in both themes", () => {
  const ink = colors("ink");
  const tints = TRAINING_ZONES.map(({ key }) => colors(`zone-${key}`));
  for (const [zone, tint] of tints.entries()) {
    for (const theme of [0, 1] as const) {
      const [low = 0, high = 0] = [luminance(tint[theme]), luminance(ink[theme])].sort((a, b) =>
        a - b
      );
      const ratio = (high + 0.05) / (low + 0.05);
      assert(ratio >= 7, `${TRAINING_ZONES[zone]?.key}: ${ratio.toFixed(1)}:1`);
    }
  }
  assertEquals(new Set(tints.map(([light]) => light)).size, 7);
});

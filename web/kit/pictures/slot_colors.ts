/** Colors of athletes by their place, on and below their letter: those of `tokens.css`. */
export const SLOT_COLORS: readonly { fill: string; letter: string }[] = [
  { fill: "#0072b2", letter: "#ffffff" },
  { fill: "#d55e00", letter: "#000000" },
  { fill: "#009e73", letter: "#000000" },
  { fill: "#cc79a7", letter: "#000000" },
  { fill: "#e69f00", letter: "#000000" },
  { fill: "#56b4e9", letter: "#000000" },
  { fill: "#f0e442", letter: "#000000" },
  { fill: "#000000", letter: "#ffffff" },
];

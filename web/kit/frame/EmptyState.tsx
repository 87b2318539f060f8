import type { ComponentChildren } from "preact";

/** Strokes of the drawings, on 160 × 90: what stands around, and the runner with their head. */
const DRAWINGS = {
  /** A runner beyond the lanes. */
  "off-track": {
    around: "M8 20h70a25 25 0 0 1 0 50H8M8 36h70a9 9 0 0 1 0 18H8",
    runner: "M116 82l9-13 12 5 8-13M128 58l9 16",
    head: [146, 54],
  },
  /** A lane without anybody. */
  "empty-lane": {
    around: "M8 78h144M20 78V40a28 28 0 0 1 56 0M84 78V40a28 28 0 0 1 56 0",
    runner: "M104 70l10-14 12 4 8-12",
    head: [137, 43],
  },
  /** Two lanes with starting blocks. */
  blocks: {
    around: "M8 40h144M8 82h144M22 34l12-12h6v12M22 76l12-12h6v12M60 34h8M60 76h8M120 8v76",
    runner: "M132 14h16v10h-16v10",
    head: [132, 8],
  },
  /** A hurdle that fell. */
  hurdle: {
    around: "M8 80h144M30 80V44h40v36M30 52h40",
    runner: "M96 80l34-20M104 62l34-20 4 8-34 20z",
    head: [86, 72],
  },
  /** A phone without a network. */
  phone: {
    around: "M58 8h44v76H58zM74 76h12M20 40a60 60 0 0 1 18-20M122 20a60 60 0 0 1 18 20",
    runner: "M66 58l8-11 9 4 7-10",
    head: [93, 36],
  },
} as const;

/** What is drawn where nothing can be shown. */
export type EmptyDrawing = keyof typeof DRAWINGS;

/** Where there is nothing to show: a drawing, what is the matter, and where to go from here. */
export function EmptyState({ drawing, title, children }: {
  drawing: EmptyDrawing;
  title: string;
  children?: ComponentChildren;
}) {
  const { around, runner, head: [x, y] } = DRAWINGS[drawing];
  return (
    <div class="empty">
      <svg viewBox="0 0 160 90" fill="none" aria-hidden="true">
        <path d={around} />
        <path class="empty-runner" d={runner} />
        <circle class="empty-runner" cx={x} cy={y} r="5" />
      </svg>
      <div>
        <p class="empty-title">{title}</p>
        {children}
      </div>
    </div>
  );
}

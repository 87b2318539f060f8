import type { ComponentChildren } from "preact";

/** The opening of a page: its heading on the bend of a track. */
export function Hero({ heading, lead, compact, children }: {
  heading: ComponentChildren;
  lead?: ComponentChildren;
  /** Takes less room, once the visitor knows the page. */
  compact?: boolean;
  children?: ComponentChildren;
}) {
  return (
    <div class={compact ? "hero hero-compact" : "hero"}>
      <Lanes />
      <div class="hero-inner">
        <h1>{heading}</h1>
        {lead && <p class="lead">{lead}</p>}
        {children}
      </div>
    </div>
  );
}

const INNER_RADIUS = 60;
const LANE_WIDTH = 45;

/** Six lanes of a track in the bend: decoration only. */
export function Lanes() {
  return (
    <svg
      class="lanes"
      fill="none"
      viewBox="0 0 600 330"
      preserveAspectRatio="xMaxYMid slice"
      aria-hidden="true"
    >
      {Array.from({ length: 6 }, (_, lane) => INNER_RADIUS + lane * LANE_WIDTH).map((radius) => (
        <path
          key={radius}
          d={`M0 ${165 + radius}H300a${radius} ${radius} 0 0 0 0 -${2 * radius}H0`}
        />
      ))}
    </svg>
  );
}

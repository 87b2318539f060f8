/**
 * Drags the points of the pace curve, or moves them by keys. The curve follows at once; the plan is
 * drawn by the script of the tools, which reads the fields of the form.
 */
import { MILE } from "@mypacer/shared/domain/measure/official_lengths.ts";
import { movePacePoint } from "@mypacer/shared/domain/table/pace_profile.ts";
import { type Curve, CURVE_LIMIT, curveOfProfile, profileOf } from "./curve.ts";
import { curvePace, type CurveScale, lineOf, percentAt, yOf } from "./curve_picture.ts";

/** Seconds a kilometer or mile that an arrow key moves a point, and that a page key does. */
const STEP = { arrow: 1, page: 5 } as const;

/** A point of the picture, and what the picture is drawn from. */
interface Handle {
  picture: SVGSVGElement;
  handle: Element;
  index: number;
  scale: CurveScale;
}

/** The point that an event is of; null for an event elsewhere. */
function handleOf({ target }: Event): Handle | null {
  const handle = target instanceof Element ? target.closest("[data-point]") : null;
  const picture = handle?.closest<SVGSVGElement>(".curve-picture");
  if (!handle || !picture) return null;
  const { mean, unit, notation, range } = picture.dataset;
  return {
    picture,
    handle,
    index: Number(handle.getAttribute("data-point")),
    scale: {
      mean: Number(mean),
      unit: unit === "mi" ? "mi" : "km",
      notation: notation === "english" ? "english" : "french",
      range: Number(range),
    },
  };
}

/** The fields of a curve in its form. */
function fieldsOf(picture: Element): HTMLInputElement[] {
  const form = picture.closest("form");
  return [...form?.querySelectorAll<HTMLInputElement>("input[name=curve]") ?? []];
}

const curveIn = (picture: Element): Curve => fieldsOf(picture).map(({ value }) => Number(value));

/** Draws a curve, and writes it into its fields. */
function draw({ picture, scale }: Handle, curve: Curve): void {
  const { range, unit } = scale;
  const all = (name: string) => [...picture.querySelectorAll(name)];
  picture.querySelector(".curve-line")?.setAttribute("d", lineOf(curve, range));
  const [dots, handles, paces] = [".curve-dot", ".curve-handle", ".curve-pace"].map(all);
  const fields = fieldsOf(picture);
  curve.forEach((percent, index) => {
    const y = yOf(percent, range);
    const pace = curvePace(percent, scale);
    dots?.[index]?.setAttribute("cy", y);
    const handle = handles?.[index];
    handle?.setAttribute("cy", y);
    handle?.setAttribute("aria-valuenow", String(-percent + 0));
    handle?.setAttribute("aria-valuetext", `${pace}/${unit}`);
    const text = paces?.[index];
    text?.setAttribute("y", y);
    if (text) text.textContent = pace;
    const field = fields[index];
    if (field) field.value = String(percent);
  });
}

/** Moves a point, as far as all points may go. @param percent Per cent from the mean pace. */
function move(handle: Handle, percent: number): void {
  const curve = curveIn(handle.picture);
  const moved = movePacePoint(profileOf(curve), {
    index: handle.index,
    pace: 100 + percent,
    fastest: 100 - CURVE_LIMIT,
    slowest: 100 + CURVE_LIMIT,
  });
  draw(handle, curveOfProfile(moved));
}

/** Has the plan drawn from the curve, which is the strategy from now on. */
function tell({ picture }: Handle): void {
  const form = picture.closest("form");
  const own = form?.querySelector<HTMLInputElement>("input[name=effort][value=profile]");
  if (own) own.checked = true;
  fieldsOf(picture)[0]?.dispatchEvent(new Event("input", { bubbles: true }));
}

/** The point that is being dragged, and how far below it the finger is, share of the height. */
let dragged: { handle: Handle; below: number } | null = null;

/** Height of a pointer in the picture, share of its height. */
function heightIn(picture: Element, { clientY }: PointerEvent): number {
  const { top, height } = picture.getBoundingClientRect();
  return (clientY - top) / height;
}

document.addEventListener("pointerdown", (event) => {
  const handle = handleOf(event);
  if (handle === null || event.button !== 0) return;
  const { picture } = handle;
  handle.handle.setPointerCapture(event.pointerId);
  const percent = curveIn(picture)[handle.index] ?? 0;
  const y = Number.parseFloat(yOf(percent, handle.scale.range)) / 100;
  dragged = { handle, below: heightIn(picture, event) - y };
  picture.classList.add("curve-dragged");
});

document.addEventListener("pointermove", (event) => {
  if (dragged === null) return;
  const { handle, below } = dragged;
  const { range } = handle.scale;
  const percent = percentAt(heightIn(handle.picture, event) - below, range);
  move(handle, Math.max(-range, Math.min(range, percent)));
});

for (const end of ["pointerup", "pointercancel"]) {
  document.addEventListener(end, () => {
    if (dragged === null) return;
    const { handle } = dragged;
    dragged = null;
    handle.picture.classList.remove("curve-dragged");
    tell(handle);
  });
}

/** Where a key moves a point to, per cent from the mean pace; null for another key. */
function keyTarget(key: string, { scale, index, picture }: Handle): number | null {
  const percent = curveIn(picture)[index] ?? 0;
  const { mean, range } = scale;
  // In whole seconds as they are shown: 4'37" becomes 4'36".
  const length = scale.unit === "mi" ? MILE / 1000 : 1;
  const seconds = Math.round(mean * length * (1 + percent / 100));
  const faster = (by: number) => ((seconds - by) / (mean * length) - 1) * 100;
  switch (key) {
    case "ArrowUp":
    case "ArrowRight":
      return faster(STEP.arrow);
    case "ArrowDown":
    case "ArrowLeft":
      return faster(-STEP.arrow);
    case "PageUp":
      return faster(STEP.page);
    case "PageDown":
      return faster(-STEP.page);
    case "Home":
      return range;
    case "End":
      return -range;
    default:
      return null;
  }
}

document.addEventListener("keydown", (event) => {
  const handle = handleOf(event);
  if (handle === null || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = keyTarget(event.key, handle);
  if (target === null) return;
  event.preventDefault();
  move(handle, target);
  tell(handle);
});

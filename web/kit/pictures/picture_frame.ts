import { PICTURE_FAMILY } from "./renderer.ts";

/** Size that sites show links with, px. */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const;

/** Colors of pictures: those of the site in the light. */
export const INK = {
  text: "#17161f",
  soft: "#5a5768",
  track: "#33247a",
  accent: "#4a35b3",
  line: "#dddbe6",
  best: "#d6f24a",
} as const;

const escaped = (text: string) => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A line of text. @param at Its start, middle or end, and its foot, px. */
export function pictureText(
  content: string,
  at: { x: number; y: number },
  { size, color = INK.text, bold = false, anchor = "start" }: {
    /** px. */
    size: number;
    color?: string;
    bold?: boolean;
    anchor?: "start" | "middle" | "end";
  },
): string {
  const weight = bold ? ' font-weight="700"' : "";
  return `<text x="${at.x}" y="${at.y}" font-size="${size}" fill="${color}"${weight} text-anchor="${anchor}">${
    escaped(content)
  }</text>`;
}

/** The lanes of a track, to the right of the heading. */
function lanes(): string {
  const { width } = PICTURE_SIZE;
  const paths = [0, 1, 2, 3, 4].map((lane) => {
    const radius = 70 + lane * 52;
    return `<path d="M${width - 420} ${180 + radius}h120a${radius} ${radius} 0 0 0 0 -${
      2 * radius
    }h-120"/>`;
  });
  return `<g fill="none" stroke="#ffffff" stroke-opacity=".14" stroke-width="4">${
    paths.join("")
  }</g>`;
}

/** A picture of {@linkcode PICTURE_SIZE}: a heading on the track, a white sheet for the rest. */
export function pictureFrame(heading: string, content: string): string {
  const { width, height } = PICTURE_SIZE;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="${PICTURE_FAMILY}">
<rect width="${width}" height="${height}" fill="${INK.track}"/>
${lanes()}
${pictureText(heading, { x: 60, y: 92 }, { size: 54, color: "#ffffff", bold: true })}
<rect x="40" y="130" width="${width - 80}" height="${height - 165}" rx="14" fill="#ffffff"/>
${content}
</svg>`;
}

import { getDocumentProxy, getResolvedPDFJS } from "unpdf";

/** Millimeters of a point. */
const POINT = 25.4 / 72;

/** A text on paper. */
export interface PrintedText {
  text: string;
  /** Size of its letters, points. */
  size: number;
}

/** A filled or drawn shape, mm from the paper's left and lower edge. */
export interface PrintedShape {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A page of paper. */
export interface PrintedPage {
  /** Size of the paper, mm. */
  width: number;
  height: number;
  texts: PrintedText[];
  shapes: PrintedShape[];
  /** All that stands on it, in order, with plain spaces. */
  text: string;
}

type Matrix = readonly [number, number, number, number, number, number];

/** A matrix after another one: as a picture within a picture. */
function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

/** Reads what was printed, and measures it. */
export async function readPdf(bytes: Uint8Array): Promise<PrintedPage[]> {
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
  const { OPS } = await getResolvedPDFJS();
  const pages = Array.from({ length: pdf.numPages }, async (_, index) => {
    const page = await pdf.getPage(index + 1);
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.view;
    const items = (await page.getTextContent()).items.flatMap((item) =>
      "str" in item && item.str.trim() !== ""
        ? [{ text: item.str, size: Math.hypot(item.transform[0], item.transform[1]) }]
        : []
    );
    const { fnArray, argsArray } = await page.getOperatorList();
    let matrix: Matrix = [1, 0, 0, 1, 0, 0];
    const saved: Matrix[] = [];
    const shapes: PrintedShape[] = [];
    fnArray.forEach((code, at) => {
      if (code === OPS.save) saved.push(matrix);
      else if (code === OPS.restore) matrix = saved.pop() ?? matrix;
      else if (code === OPS.transform) matrix = multiply(matrix, argsArray[at] as Matrix);
      else if (code === OPS.constructPath) {
        const [left, top, right, bottom] = argsArray[at][2] as [number, number, number, number];
        const [a, , , d, e, f] = matrix;
        const xs = [a * left + e, a * right + e];
        const ys = [d * top + f, d * bottom + f];
        shapes.push({
          x: Math.min(...xs) * POINT,
          y: Math.min(...ys) * POINT,
          width: Math.abs(a * (right - left)) * POINT,
          height: Math.abs(d * (bottom - top)) * POINT,
        });
      }
    });
    return {
      width: (x1 - x0) * POINT,
      height: (y1 - y0) * POINT,
      texts: items,
      shapes,
      text: items.map(({ text }) => text).join(" ").replaceAll(/\s+/g, " "),
    };
  });
  return await Promise.all(pages);
}

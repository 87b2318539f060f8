/** Keeps the foot of the printed page true while scripts change the address of the page. */

/**
 * Writes the address and its QR code anew. The code comes once its script is loaded: until then the
 * foot has none, rather than that of another state.
 */
export function renewPrintedFoot(): void {
  const foot = document.querySelector(".printed-foot");
  const text = foot?.querySelector(".printed-address");
  const code = foot?.querySelector(".printed-code");
  if (!text || !code) return;
  const address = new URL(location.pathname + location.search, text.textContent ?? "").href;
  if (text.textContent === address) return;
  text.textContent = address;
  code.firstElementChild?.setAttribute("d", "");
  import("./qr_code.ts").then(({ qrCode }) => {
    // Meanwhile the address may have changed again.
    if (text.textContent !== address) return;
    const { size, path } = qrCode(address) ?? { size: 0, path: "" };
    code.setAttribute("viewBox", `0 0 ${size} ${size}`);
    code.firstElementChild?.setAttribute("d", path);
  }, (error) => {
    // Without a connection the foot has its address alone.
    if (!(error instanceof TypeError)) throw error;
  });
}

import type { Language } from "../language/language.ts";
import { formatDay } from "../language/format.ts";
import { textsOf } from "../texts/texts.ts";
import { PRINT_TEXTS } from "./print_texts.ts";
import { qrCode } from "./qr_code.ts";

/**
 * The foot of a printed page: the date, the address, and its QR code. On screen it is missing.
 *
 * @param address Address of the page with its state. It names nobody: at most it has ids.
 */
export function PrintedFoot({ language, address }: { language: Language; address: string }) {
  const code = qrCode(address);
  return (
    <div class="printed-foot">
      <svg
        class="printed-code"
        viewBox={`0 0 ${code?.size ?? 0} ${code?.size ?? 0}`}
        aria-hidden="true"
      >
        <path stroke="#000" d={code?.path ?? ""} />
      </svg>
      <p>
        <b>{textsOf(language).siteName}</b>{" "}
        <span class="printed-date">
          {PRINT_TEXTS[language].date(formatDay(new Date(), language))}
        </span>{" "}
        <br />
        <span class="printed-address">{address}</span>
      </p>
    </div>
  );
}

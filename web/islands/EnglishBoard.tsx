import type { BoardStart } from "../browser/board.ts";
import PaceBoard from "../components/table/PaceBoard.tsx";
import "../i18n/provide_en.ts";

/** The home page's board in English: its scripts bring the texts of this language alone. */
export default function EnglishBoard(start: BoardStart) {
  return <PaceBoard {...start} />;
}

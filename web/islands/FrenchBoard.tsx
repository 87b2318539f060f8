import type { BoardStart } from "../browser/board.ts";
import PaceBoard from "../components/table/PaceBoard.tsx";
import "../i18n/provide_fr.ts";

/** The home page's board in French: its scripts bring the texts of this language alone. */
export default function FrenchBoard(start: BoardStart) {
  return <PaceBoard {...start} />;
}

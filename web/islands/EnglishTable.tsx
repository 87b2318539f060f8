import type { BoardStart } from "../pages/table/table_store.ts";
import PaceBoard from "../pages/table/LiveTable.tsx";
import "../kit/texts/provide_en.ts";

/** The home page's board in English: its scripts bring the texts of this language alone. */
export default function EnglishBoard(start: BoardStart) {
  return <PaceBoard {...start} />;
}

import type { BoardStart } from "../pages/table/table_store.ts";
import PaceBoard from "../pages/table/LiveTable.tsx";
import "../kit/texts/provide_fr.ts";

/** The home page's board in French: its scripts bring the texts of this language alone. */
export default function FrenchBoard(start: BoardStart) {
  return <PaceBoard {...start} />;
}

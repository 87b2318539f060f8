import type { TableStart } from "../pages/table/table_store.ts";
import LiveTable from "../pages/table/LiveTable.tsx";
import "../kit/texts/provide_fr.ts";

/** The table in French: its scripts contain the texts of this language only. */
export default function FrenchTable(start: TableStart) {
  return <LiveTable {...start} />;
}

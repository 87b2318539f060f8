import type { TableStart } from "../pages/table/table_store.ts";
import LiveTable from "../pages/table/LiveTable.tsx";
import "../kit/texts/provide_en.ts";

/** The table in English: its scripts contain the texts of this language only. */
export default function EnglishTable(start: TableStart) {
  return <LiveTable {...start} />;
}

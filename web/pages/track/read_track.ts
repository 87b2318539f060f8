import { readTrackColumns } from "../../kit/addresses/track_address.ts";
import { readParameters } from "../../kit/table_state/table_input.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";

/** What an address says of the track mode. */
export function readTrack(
  { searchParams }: URL,
): { state: TableState; columns: number[] | null; isWrong: boolean } {
  const { state, problems } = readParameters(searchParams);
  return {
    state,
    columns: readTrackColumns(searchParams, state),
    isWrong: Object.keys(problems).length > 0,
  };
}

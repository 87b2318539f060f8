import { type FieldName, stateParameters } from "./table_fields.ts";
import type { TableState } from "./table_state.ts";

/** The state as hidden inputs, so that a GET form keeps it. */
export function StateInputs({ state, except = [] }: {
  state: TableState;
  /** Fields the form itself has. */
  except?: readonly FieldName[];
}) {
  return (
    <>
      {stateParameters(state).filter(([name]) => !except.includes(name)).map(([name, text]) => (
        <input key={name} type="hidden" name={name} value={text} />
      ))}
    </>
  );
}

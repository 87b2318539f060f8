import type { QueryParameter } from "./query.ts";

/** Parameters as hidden inputs, so that a GET form keeps them. */
export function HiddenInputs({ parameters }: { parameters: readonly QueryParameter[] }) {
  return (
    <>
      {parameters.map(([name, value]) =>
        value !== null && <input key={name} type="hidden" name={name} value={value} />
      )}
    </>
  );
}

import { type SearchTarget, targetParameters } from "../addresses/search_target.ts";

/** The target of a search as hidden inputs, so that a form without scripts keeps it. */
export function TargetInputs({ target }: { target: SearchTarget }) {
  return (
    <>
      {targetParameters(target).map(([name, text]) => (
        <input key={name} type="hidden" name={name} value={text} />
      ))}
    </>
  );
}

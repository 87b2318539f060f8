/** A labelled choice from a list. */
export function SelectField({ id, name, form, label, chosen, options }: {
  id: string;
  name: string;
  /** Id of its form, when it is outside that form. */
  form?: string;
  label: string;
  chosen: string;
  /** Values with their labels. */
  options: readonly (readonly [value: string, text: string])[];
}) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select {...{ id, name, form }}>
        {options.map(([value, text]) => (
          <option key={value} value={value} selected={value === chosen}>{text}</option>
        ))}
      </select>
    </div>
  );
}

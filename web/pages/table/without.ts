/** Parameter of the form that takes an athlete off without scripts. */
export const WITHOUT = "without";

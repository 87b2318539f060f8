/**
 * Small words with which surnames begin, normalized: French, Breton, Iberian, Italian, Dutch,
 * German and Arabic ones. The one list: published names are split and typed names are read by it.
 */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  ("d l de du des la le les st ste saint sainte da do dos das di del della delle dello dalla degli " +
    "van von der den ter ten zu zum zur el al ben bel bin ibn bou abou ait ould mac mc").split(" "),
);

/**
 * Particles that are given names as well (`Ben`, `El Mehdi`, `Van Anh`): at the beginning of a name
 * they say little.
 */
export const GIVEN_NAME_PARTICLES: ReadonlySet<string> = new Set(
  "ben el al van mac abou".split(" "),
);

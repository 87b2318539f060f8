/** Performance levels the federation prints beside marks. Shown as published, never computed. */

/** Level codes, best first: international, national, interregional, regional, departmental. */
export const LEVELS: readonly string[] =
  "IA IB IE IR1 IR2 IR3 IR4 N1 N2 N3 N4 R1 R2 R3 R4 R5 R6 D1 D2 D3 D4 D5 D6 D7 D8".split(" ");

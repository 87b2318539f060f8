import { drawOne } from "../chance/draw.ts";

/** What draws about one place are for: another number for each keeps them apart. */
const PURPOSE = {
  head: 201,
  tail: 202,
  water: 203,
} as const;

const HEADS = [
  "Mont,Beau,Roche,Font,Clair,Haute,Neu,Belle,Cour,Ville,Champ,Val,Puy,Bois,Chante,Grand,Long,Aubi",
  "Mar,Lan,Ser,Vau,Cas,Tour,Bourg,Pont,Saint Aub,Saint Gerv,Saint Lou,Sainte Foy,La Ros,Le Bren",
].join(",").split(",");
const TAILS = [
  "reval,signac,ville,brun,court,loup,vigne,nay,zac,lieu,mont,fort,merle,rive,chaux,gnac,lande,sec",
  "vert,dun,rac,gny,thiers,cheres,ormes,lers",
].join(",").split(",");
const WATERS = ["", "", "", "", " sur Aune", " les Ormes", " en Vexois", " le Vieux", " Plage"];

/** Draws the name of a town that does not exist, without accents. */
export function drawTown(key: number): string {
  return drawOne(key, PURPOSE.head, HEADS) + drawOne(key, PURPOSE.tail, TAILS) +
    drawOne(key, PURPOSE.water, WATERS);
}

/** A department, with which its clubs' numbers begin, and the league it belongs to. */
export type Department = { code: string; league: string };

/** Departments, those with the most clubs first, grouped by league code as the site writes it. */
const LEAGUES = [
  "I-F 075 078 092 091 094 077 095 093",
  "H-F 059 062 080 060 002",
  "ARA 069 038 042 074 063 001 073 026 003 007 043 015",
  "PCA 013 006 083 084 005 004",
  "N-A 033 064 017 086 087 024 040 016 047 079 019 023",
  "P-L 044 049 085 072 053",
  "OCC 031 034 030 066 081 011 082 012 065 032 046 009 048",
  "BRE 035 029 056 022",
  "G-E 067 057 054 068 051 088 010 008 055 052",
  "NOR 076 014 050 027 061",
  "CEN 045 037 041 028 018 036",
  "BFC 021 071 025 089 039 070 058 090",
  "COR 02A 02B",
  "REU 974",
  "MAR 972",
  "GUA 971",
  "GUY 973",
  "MAY 976",
  "N-C 988",
  "P-F 987",
  "W-F 986",
].map((line) => {
  const [league = "", ...codes] = line.split(" ");
  return codes.map((code) => ({ code, league }));
});

/**
 * Departments in the order in which they get clubs: the first of each league, then the second of
 * each, so that a small federation already spans the country.
 */
export const DEPARTMENTS: readonly Department[] = Array.from({ length: 13 })
  .flatMap((_, rank) =>
    LEAGUES.flatMap((league) => {
      const department = league[rank];
      return department === undefined ? [] : [department];
    })
  );

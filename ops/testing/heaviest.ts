/** The heaviest pages, files and tables that one may ask for; `@` makes each one another. */
export const HEAVIEST: readonly string[] = [
  "/?slow=13:00&fast=3:01&step=1&vma=17.@&d=500,700,900,1100,1300,1700,1900,2300,2900,3100",
  "/en/table/text?slow=13:00&fast=3:01&step=1&vma=17.@&d=500,700,900,1100,1300,1700,1900",
  "/tableau/csv?slow=13:00&fast=3:01&step=1&vma=17.@&d=500,700,900,1100,1300,1700,1900",
  "/tableau/apercu?d=1@",
  `/api/pace-table?slowest=1800&fastest=60&step=1.000@&distances=${
    Array.from({ length: 57 }, (_, index) => 100 + index * 37)
  }`,
];

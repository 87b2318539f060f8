import { drawOne } from "../chance/draw.ts";
import type { Sex } from "./given_names.ts";

/** What draws about one person are for: another number for each keeps them apart. */
const PURPOSE = {
  country: 141,
  surname: 142,
  givenName: 143,
} as const;

/** Names in use in one country: code, surnames, given names of men, of women. */
type Country = { code: string; surnames: string[]; M: string[]; F: string[] };

/** Countries and names in use there, written down from general knowledge: none is a person's. */
const COUNTRIES: readonly Country[] = [
  "MAR|ALAOUI,BENNANI,EL AMRANI,IDRISSI,TAZI,EL FASSI|Youssef,Hicham,Rachid,Anas|Salma,Khadija,Imane,Houda",
  "ALG|BENALI,BOUDIAF,MANSOURI,HADDAD,ZEROUAL|Karim,Sofiane,Nabil,Walid|Amina,Yasmine,Lila,Samira",
  "TUN|TRABELSI,GHARBI,JAZIRI,BEN SALAH|Mehdi,Aymen,Nizar|Rim,Ines,Olfa",
  "POR|FERREIRA,DA COSTA,DOS SANTOS,PEREIRA LOPES,DE ALMEIDA|Joao,Rui,Tiago,Nuno|Ines,Catarina,Marta",
  "ESP|GARCIA LOPEZ,FERNANDEZ RUIZ,NAVARRO,IGLESIAS|Pablo,Javier,Inigo,Sergio|Lucia,Carmen,Maria Jose",
  "ITA|ROSSI,BIANCHI,D'ANGELO,DE LUCA,ESPOSITO|Matteo,Gianluca,Davide|Chiara,Giulia,Francesca",
  "BEL|PEETERS,VAN DEN BERGHE,DE SMET,JANSSENS,DELVAUX|Wout,Dries,Bart,Pieter-Jan|Lotte,Femke,An-Sofie",
  "SUI|MEIER,KELLER,ZUERCHER,DE WECK|Reto,Urs,Jean-Marc|Andrea,Regula,Anne-Lise",
  "GBR|O'CONNOR,SMITH,MACDONALD,TAYLOR-JONES|James,Callum,Oliver|Emily,Fiona,Mary-Ann",
  "GER|SCHNEIDER,VON BERG,KRUEGER,WEISS|Lukas,Jan-Erik,Stefan|Anke,Katrin,Lea",
  "SEN|DIALLO,N'DIAYE,SOW,BA,FALL|Mamadou,Cheikh,Ousmane|Fatou,Aissatou,Awa",
  "CIV|KOUASSI,KONE,TRAORE,N'GUESSAN,YAO|Serge,Ange,Ibrahim|Adjoua,Mariam,Grace",
  "CMR|MBARGA,NGO BELL,TCHOUPO,ATANGANA|Blaise,Herve,Landry|Solange,Carine,Odile",
  "KEN|KIPTOO,CHERUIYOT,ROTICH,WANJIRU KARIUKI|Elijah,Amos,Peter Kiprono|Faith,Mercy,Edith",
  "ETH|TADESSE,BEKELE,ABEBE,GIRMA|Dawit,Yonas,Tariku|Hiwot,Meseret,Selam",
  "ROU|POPESCU,IONESCU,STANCIU|Andrei,Mihai,Bogdan|Ioana,Elena,Raluca",
  "UKR|SHEVCHENKO,KOVALENKO,BONDAR|Andriy,Oleh,Dmytro|Olena,Iryna,Kateryna",
  "USA|JOHNSON,MILLER,O'BRIEN,DAVIS|Tyler,Ethan,John Paul|Ashley,Megan,Sarah-Jane",
].map((line) => {
  const [code = "", surnames = "", men = "", women = ""] = line.split("|");
  return { code, surnames: surnames.split(","), M: men.split(","), F: women.split(",") };
});

/** Draws nationality and name of a person from abroad. */
export function drawForeigner(
  key: number,
  sex: Sex,
): { nationality: string; surname: string; given: string } {
  const country = drawOne(key, PURPOSE.country, COUNTRIES);
  return {
    nationality: country.code,
    surname: drawOne(key, PURPOSE.surname, country.surnames),
    given: drawOne(key, PURPOSE.givenName, country[sex]),
  };
}

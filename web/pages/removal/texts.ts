import type { RemovalField } from "./state.ts";
import type { Language } from "../../kit/language/language.ts";
import { french } from "../../kit/language/french_spaces.ts";

/** Texts of the request for removal, in French. */
const fr = french({
  title: "Retrait ou correction",
  lead: "Ne plus figurer dans l’annuaire, ou signaler une erreur. Sans compte ni pièce d’identité.",
  description:
    "Demander à ne plus figurer dans l’annuaire de MyPacer, ou signaler une erreur : formulaire sans compte ni pièce d’identité.",
  kind: "Que demandez-vous ?",
  removal: "Ne plus figurer dans l’annuaire",
  correction: "Corriger un nom, un club ou une année de naissance",
  who: "De qui s’agit-il ?",
  whoHelp:
    "Le numéro de fiche suffit ; sans lui, le nom et le club. Un parent peut demander pour son enfant.",
  athlete: "Numéro ou adresse de la fiche",
  athleteHelp: "Le nombre dans l’adresse athle.fr/athletes/123456.",
  name: "Nom et prénom",
  club: "Club",
  optional: "Facultatif",
  email: "Adresse e-mail",
  emailHelp: "Seulement pour vous dire que c’est fait.",
  message: "Précisions",
  messageHelp: "500 caractères au plus.",
  submit: "Envoyer la demande",
  problems: {
    who: "Indiquez le numéro de la fiche, ou un nom.",
    athlete: "Ce n’est ni un numéro de fiche, ni l’adresse d’une fiche.",
    name: "80 caractères au plus.",
    club: "80 caractères au plus.",
    email: "Ce n’est pas une adresse e-mail.",
    message: "500 caractères au plus.",
  } satisfies Record<RemovalField | "who", string>,
  wrong: "La demande n’est pas encore envoyée : un champ est à revoir.",
  busy:
    "Trop de demandes en peu de temps : celle-ci n’est pas enregistrée. Réessayez dans dix minutes.",
  failed: "La demande n’a pas pu être enregistrée. Réessayez dans un instant.",
  orWrite: "Vous pouvez aussi écrire à :",
  afterHeading: "Ce qui se passe ensuite",
  after: [
    "L’exploitant traite la demande à la main, dans le mois que la loi lui donne et plus vite s’il le peut.",
    "Un retrait efface tout ce qui est conservé de la personne, et vaut pour toutes les lectures à venir.",
    "La demande elle-même est effacée une fois traitée. Après un retrait, il ne reste qu’une ligne datée, sans nom : une empreinte chiffrée du numéro de fiche.",
    "Un record faux se corrige auprès de la fédération ou du club : il disparaît ici à la lecture suivante.",
  ],
  privacy: "Ce qui est conservé, et vos autres droits",
  doneTitle: "Demande enregistrée",
  done: "Merci. La demande sera traitée dans le mois, et plus vite si possible.",
  reference: "Sa référence :",
  keep: "Notez-la : elle sert à retrouver la demande si vous écrivez à l’exploitant.",
  another: "Faire une autre demande",
});

/** Texts of the request for removal: the same keys in every language. */
export type RemovalTexts = typeof fr;

const en: RemovalTexts = {
  title: "Removal or correction",
  lead: "Leave the index, or report an error. No account, no identity document.",
  description:
    "Ask to be taken out of the index of MyPacer, or report an error: a form without account or identity document.",
  kind: "What would you like us to do?",
  removal: "To be taken out of the index",
  correction: "To have a name, a club or a birth year corrected",
  who: "Who is it about?",
  whoHelp: "The page number is enough; without it, name and club. A parent may ask for a child.",
  athlete: "Number or address of the athlete’s page",
  athleteHelp: "The number in the address athle.fr/athletes/123456.",
  name: "Surname and given name",
  club: "Club",
  optional: "Optional",
  email: "E-mail address",
  emailHelp: "Only to tell you that it is done.",
  message: "Details",
  messageHelp: "At most 500 characters.",
  submit: "Send the request",
  problems: {
    who: "Give the number of the page, or a name.",
    athlete: "This is neither the number nor the address of an athlete’s page.",
    name: "At most 80 characters.",
    club: "At most 80 characters.",
    email: "This is not an e-mail address.",
    message: "At most 500 characters.",
  },
  wrong: "The request is not sent yet: a field needs another look.",
  busy: "Too many requests in a short time: this one is not stored. Try again in ten minutes.",
  failed: "The request could not be stored. Try again shortly.",
  orWrite: "You may also write to:",
  afterHeading: "What happens next",
  after: [
    "The operator handles the request by hand, within the month the law gives and sooner where possible.",
    "A removal deletes all that is kept of the person, and holds for all readings to come.",
    "The request itself is deleted once it is handled. After a removal only a dated line without a name remains: a keyed fingerprint of the page number.",
    "A wrong record is corrected by the federation or the club: it disappears here at the next reading.",
  ],
  privacy: "What is kept, and your other rights",
  doneTitle: "Request stored",
  done: "Thank you. The request will be handled within a month, and sooner where possible.",
  reference: "Its reference:",
  keep: "Keep it: with it the request is found if you write to the operator.",
  another: "Make another request",
};

/** Texts of the request for removal in a language. */
export function removalTexts(language: Language): RemovalTexts {
  return language === "fr" ? fr : en;
}

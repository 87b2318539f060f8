/** Brings the texts of all languages: for the server, that answers in each. */
import "./provide_en.ts";
import "./provide_fr.ts";

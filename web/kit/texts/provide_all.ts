/** Loads the texts of all languages, for the server. */
import "./provide_en.ts";
import "./provide_fr.ts";

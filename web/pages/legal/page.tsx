import "../../kit/styles/text_pages.css";
import type { Language } from "../../kit/language/language.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import { Hero } from "../../kit/frame/Hero.tsx";
import { Article, Contact, Declared } from "../../kit/frame/Operator.tsx";
import { Page } from "../../kit/frame/Page.tsx";
import type { SiteFacts } from "../../kit/frame/site_facts.ts";

interface Props {
  language: Language;
  facts: SiteFacts;
}

/** The legal notice: who publishes and hosts the site, and what it is not. */
export function LegalPage({ language, facts }: Props) {
  const title = language === "fr" ? "Mentions légales" : "Legal notice";
  return (
    <Page language={language} name="legal" title={title} facts={facts}>
      <Hero heading={title} />
      <div class="narrow prose">
        {language === "fr" ? <French facts={facts} /> : <English facts={facts} />}
      </div>
    </Page>
  );
}

function French({ facts: { operator, index } }: Pick<Props, "facts">) {
  const missing = "non renseigné par l’exploitant de cette installation";
  return (
    <>
      <Article title="Éditeur">
        <p>
          Éditeur et directeur de la publication&nbsp;:{" "}
          <Declared value={operator.publisher} missing={missing} />.
        </p>
        <p>
          Contact&nbsp;: <Contact operator={operator} missing={missing} />.
        </p>
      </Article>
      <Article title="Hébergeur">
        <p>
          <Declared value={operator.host} missing={missing} />.
        </p>
      </Article>
      <Article title="Un site indépendant">
        <p>
          MyPacer n’est ni édité, ni validé, ni soutenu par la Fédération française d’athlétisme.
          Les noms, clubs et records viennent des pages publiques de son site, qui seul fait foi.
        </p>
        {index?.simulated && (
          <p>
            <strong>
              Sur cette installation, la fédération est simulée&nbsp;: aucune personne réelle n’y
              figure.
            </strong>
          </p>
        )}
        <p>
          Une erreur dans un record se corrige auprès de la fédération ou du club&#8239;; elle
          disparaît ici à la lecture suivante. Pour ne plus figurer dans l’annuaire&nbsp;:{" "}
          <a href={PATHS.fr.removal}>la demande de retrait</a>.
        </p>
      </Article>
      <Article title="Ce que valent les chiffres">
        <p>
          Les temps du tableau sont un calcul exact&nbsp;: allure × distance, arrondi une seule fois
          à l’affichage. Ce ne sont ni des prévisions ni un conseil d’entraînement ou de santé.
        </p>
      </Article>
      <Article title="Logiciel et licences">
        <p>
          Le logiciel MyPacer est libre, sous licence MIT. La police Archivo (Omnibus-Type) est sous
          licence SIL Open Font 1.1.
        </p>
      </Article>
    </>
  );
}

function English({ facts: { operator, index } }: Pick<Props, "facts">) {
  const missing = "not given by the operator of this installation";
  return (
    <>
      <Article title="Publisher">
        <p>
          Publisher and responsible for the content:{" "}
          <Declared value={operator.publisher} missing={missing} />.
        </p>
        <p>
          Contact: <Contact operator={operator} missing={missing} />.
        </p>
      </Article>
      <Article title="Hosting">
        <p>
          <Declared value={operator.host} missing={missing} />.
        </p>
      </Article>
      <Article title="An independent site">
        <p>
          MyPacer is neither published, approved nor supported by the French athletics federation
          (Fédération française d’athlétisme). Names, clubs and records come from the public pages
          of the federation’s site, which alone is authoritative.
        </p>
        {index?.simulated && (
          <p>
            <strong>
              On this installation the federation is simulated: no real person appears in it.
            </strong>
          </p>
        )}
        <p>
          An error in a record is corrected by the federation or the club; it disappears here at the
          next reading. To be taken out of the index:{" "}
          <a href={PATHS.en.removal}>the request for removal</a>.
        </p>
      </Article>
      <Article title="What the figures are worth">
        <p>
          The times of the table are an exact calculation: pace × distance, rounded once when shown.
          They are neither predictions nor advice on training or health.
        </p>
      </Article>
      <Article title="Software and licences">
        <p>
          The MyPacer software is free, under the MIT licence. The typeface Archivo (Omnibus-Type)
          is under the SIL Open Font License 1.1.
        </p>
      </Article>
    </>
  );
}

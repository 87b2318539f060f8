import "../../kit/styles/text_pages.css";
import type { Language } from "../../kit/language/language.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import { Hero } from "../../kit/frame/Hero.tsx";
import { Article, Contact } from "../../kit/frame/Operator.tsx";
import { Page } from "../../kit/frame/Page.tsx";
import type { SiteFacts } from "../../kit/frame/site_facts.ts";

interface Props {
  language: Language;
  facts: SiteFacts;
}

/** The terms of use: purpose of the site, permitted use, and its promises. */
export function TermsPage({ language, facts }: Props) {
  const title = language === "fr" ? "Conditions d’utilisation" : "Terms of use";
  return (
    <Page language={language} name="terms" title={title} facts={facts}>
      <Hero heading={title} />
      <div class="narrow prose">
        {language === "fr" ? <French facts={facts} /> : <English facts={facts} />}
      </div>
    </Page>
  );
}

function French({ facts: { operator } }: Pick<Props, "facts">) {
  const missing = "non renseigné par l’exploitant de cette installation";
  return (
    <>
      <Article title="Le service">
        <p>
          MyPacer calcule des tableaux d’allures, y affiche les records publics d’athlètes
          licenciés, dit ce que des modèles en prédisent et compare ceux que vous choisissez. Il est
          gratuit, sans compte et sans publicité. L’utiliser vaut accord avec ce qui suit.
        </p>
        <p>
          Le site est indépendant&nbsp;: il n’est ni édité, ni validé, ni soutenu par la Fédération
          française d’athlétisme.
        </p>
      </Article>
      <Article title="Ce que vous pouvez en faire">
        <ul>
          <li>
            Consulter, imprimer, partager une page par son adresse, pour vous, votre groupe ou votre
            club.
          </li>
          <li>
            Appeler <a href="/api/docs">l’API</a>{" "}
            depuis un programme, à un rythme raisonnable et en attendant quand elle le demande.
          </li>
          <li>
            Reprendre le logiciel, qui est libre (licence MIT). La licence ne porte pas sur les
            données.
          </li>
        </ul>
      </Article>
      <Article title="Ce qui n’est pas permis">
        <ul>
          <li>
            Recopier l’annuaire en entier ou pour une part importante&nbsp;: les données viennent de
            la fédération, qui en est la source, et concernent des personnes.
          </li>
          <li>
            S’en servir pour démarcher ou ficher des personnes, pour dresser un classement de
            l’annuaire, pour décider de quelqu’un (emploi, assurance, sélection), ou pour publier
            quoi que ce soit d’un mineur.
          </li>
          <li>
            Faire réapparaître ailleurs une personne qui{" "}
            <a href={PATHS.fr.removal}>a demandé à ne plus figurer</a> ici.
          </li>
          <li>Contourner les limites de fréquence, ou gêner le service.</li>
        </ul>
      </Article>
      <Article title="Ce que valent les chiffres">
        <p>
          Les calculs sont exacts, les records ceux que publie la fédération, qui seule fait
          foi&nbsp;: un record peut être ancien, incomplet ou attribué à tort. Rien ici n’est un
          conseil d’entraînement ou de santé.
        </p>
        <p>
          Le service est offert en l’état&nbsp;: il peut s’interrompre, changer ou cesser. Dans la
          limite de ce que la loi permet, l’exploitant ne répond pas d’un dommage né de son usage.
        </p>
      </Article>
      <Article title="Données personnelles, droit, contact">
        <p>
          Ce qui est conservé, de qui et pourquoi&nbsp;:{" "}
          <a href={PATHS.fr.privacy}>Confidentialité</a>. Qui publie le site&nbsp;:{" "}
          <a href={PATHS.fr.legal}>Mentions légales</a>.
        </p>
        <p>
          Le droit français s’applique. Écrire à l’exploitant&nbsp;:{" "}
          <Contact operator={operator} missing={missing} />.
        </p>
      </Article>
    </>
  );
}

function English({ facts: { operator } }: Pick<Props, "facts">) {
  const missing = "not given by the operator of this installation";
  return (
    <>
      <Article title="The service">
        <p>
          MyPacer computes pace tables, shows the public records of licensed athletes in them, tells
          what models predict from them and compares those you choose. It is free, without account
          and without advertising. Using it means agreeing to what follows.
        </p>
        <p>
          The site is independent: it is neither published, approved nor supported by the French
          athletics federation.
        </p>
      </Article>
      <Article title="What you may do">
        <ul>
          <li>Read, print, share a page by its address, for yourself, your group or your club.</li>
          <li>
            Call <a href="/api/docs">the API</a>{" "}
            from a program, at a reasonable rate, waiting where it asks you to.
          </li>
          <li>Reuse the software, which is free (MIT licence). That does not cover the data.</li>
        </ul>
      </Article>
      <Article title="What is not allowed">
        <ul>
          <li>
            Copying the index or a substantial part of it: the data come from the federation, their
            source, and are about people.
          </li>
          <li>
            Using it to solicit people or keep files on them, to rank the index, to decide about
            somebody (a job, insurance, a selection), or to publish anything about a minor.
          </li>
          <li>
            Bringing back elsewhere somebody who <a href={PATHS.en.removal}>asked to be left out</a>
            {" "}
            here.
          </li>
          <li>Getting around rate limits, or disturbing the service.</li>
        </ul>
      </Article>
      <Article title="What the figures are worth">
        <p>
          The calculations are exact; the records are those the federation publishes, which alone is
          authoritative: a record may be old, incomplete or attributed wrongly. Nothing here is
          advice on training or health.
        </p>
        <p>
          The service is offered as it is: it may be interrupted, change or end. As far as the law
          allows, the operator is not liable for damage that comes from its use.
        </p>
      </Article>
      <Article title="Personal data, law, contact">
        <p>
          What is kept, of whom and why:{" "}
          <a href={PATHS.en.privacy}>Privacy</a>. Who publishes the site:{" "}
          <a href={PATHS.en.legal}>Legal notice</a>.
        </p>
        <p>
          French law applies. Write to the operator:{" "}
          <Contact operator={operator} missing={missing} />.
        </p>
      </Article>
    </>
  );
}

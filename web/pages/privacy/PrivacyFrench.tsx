import { Article, Contact, Declared } from "../../kit/frame/Operator.tsx";
import { PATHS } from "../../kit/addresses/paths.ts";
import type { SiteFacts } from "../../kit/frame/site_facts.ts";

/** Which data are kept about whom, in French. Each sentence is true of this software as it is. */
export function PrivacyFrench({ facts: { operator, index } }: { facts: SiteFacts }) {
  const missing = "non renseigné par l’exploitant de cette installation";
  return (
    <>
      {index?.simulated && (
        <p class="notice notice-plain">
          Cette installation lit une fédération simulée&nbsp;: les athlètes y sont inventés. Ce qui
          suit vaut pour une installation qui lit le site de la fédération.
        </p>
      )}
      <Article title="En bref">
        <p>
          Le site tient un annuaire des licenciés de la Fédération française d’athlétisme pour qu’on
          les trouve par leur nom, et lit leurs records à la demande. Il ne pose aucun cookie, ne
          mesure pas l’audience et n’appelle aucun autre site depuis votre navigateur.
        </p>
      </Article>
      <Article title="Si vous êtes athlète">
        <p>
          L’annuaire conserve, pour chaque personne licenciée, à partir de la saison 2004 au plus
          tôt&nbsp;:
        </p>
        <ul>
          <li>
            le nom et le prénom tels que la fédération les publie, et le numéro de fiche&#8239;;
          </li>
          <li>l’année de naissance, ou ce que la catégorie d’âge en dit, jamais le jour&#8239;;</li>
          <li>le sexe, la nationalité et la catégorie d’âge&#8239;;</li>
          <li>les clubs, saison par saison&#8239;;</li>
          <li>
            le numéro de licence, qui sert à reconnaître une même personne et n’apparaît dans aucune
            réponse publique.
          </li>
        </ul>
        <p>
          Les records ne sont lus que lorsqu’un visiteur les demande&nbsp;: marque, épreuve, date,
          lieu, club. La dernière lecture est gardée pour ne pas redemander la page à chaque
          visite&nbsp;: elle sert telle quelle pendant une durée réglée par l’exploitant (24 heures
          par défaut), puis la page est relue à la demande suivante. Si le site de la fédération ne
          répond pas alors, la dernière lecture connue est montrée, avec sa date. Les lectures
          précédentes ne sont pas conservées. Il en va de même des résultats d’une année civile, lus
          quand quelqu’un les demande sur la page d’un athlète ou par l’API, avec la place, le tour,
          le niveau et les points&#8239;; ceux des années passées servent trente fois plus
          longtemps.
        </p>
        <p>
          Le logiciel n’efface rien de lui-même après un délai&nbsp;: une fiche et la dernière
          lecture de ses records restent jusqu’à la lecture suivante, ou jusqu’à votre opposition.
        </p>
        <p>
          Les baby athlé, éveils athlétiques et poussins (d’autres catégories si l’exploitant l’a
          choisi) ne sont montrés nulle part&nbsp;: ni liste, ni recherche, ni page. Personne n’est
          montré avec une année de naissance avant l’année de ses 17&nbsp;ans. Des mineurs, et de
          qui n’a pas d’âge connu, le site ne montre que les records et les résultats publiés, sans
          place, niveau ni points, sans calcul et sans classement. Un parent peut demander leur
          retrait.
        </p>
      </Article>
      <Article title="Ce que le site calcule">
        <p>
          À partir des records publiés d’un adulte, sa page calcule des temps prévus avec leur
          fourchette, des estimations comme la VMA, des points de barèmes, et dit quel record
          s’écarte le plus des autres. La page de comparaison met côte à côte les athlètes que vous
          choisissez, vous. Ces calculs se font à l’ouverture de la page et ne sont enregistrés dans
          aucune base&#8239;; ils ne servent à aucune décision. Aucune liste ne range les personnes
          de l’annuaire selon leurs performances.
        </p>
      </Article>
      <Article title="Source et fondement">
        <p>
          Source&nbsp;: les pages publiques du site de la fédération, relues chaque semaine,
          lentement, en respectant ses consignes aux robots et en disant qui les lit.
          Fondement&nbsp;: l’intérêt légitime (article 6.1.f du RGPD) des coureurs à retrouver des
          résultats sportifs publics. Les pages qui nomment des athlètes demandent aux moteurs de
          recherche de ne pas les retenir.
        </p>
      </Article>
      <Article title="Vos droits">
        <p>
          Vous pouvez demander accès, rectification, effacement, ou vous opposer à figurer dans
          l’annuaire, sans motif à donner ni pièce d’identité à joindre d’emblée&nbsp;: indiquez
          votre nom et votre club, ou votre numéro de fiche. Le plus court est{" "}
          <a href={PATHS.fr.removal}>le formulaire</a>&#8239;; ou écrivez à&nbsp;:{" "}
          <Contact operator={operator} missing={missing} />. La réponse vient dans le mois.
        </p>
        <p>
          Le formulaire conserve ce que vous y mettez et la date, rien d’autre&nbsp;: ni adresse
          réseau, ni navigateur. Seul l’exploitant le lit&#8239;; tout est effacé une fois la
          demande traitée.
        </p>
        <p>
          Une opposition efface ce qui est conservé et vaut pour les lectures à venir&nbsp;: il ne
          reste qu’une empreinte chiffrée du numéro de fiche, la date et le canal de la demande,
          sans nom. Les noms et records eux-mêmes se corrigent auprès de la fédération. Vous pouvez
          aussi saisir la <a href="https://www.cnil.fr/" rel="external">CNIL</a>.
        </p>
      </Article>
      <Article title="Si vous visitez le site">
        <ul>
          <li>
            Aucun compte, aucun cookie. Votre navigateur, lui seul, garde le thème choisi, le fait
            que les trois étapes de la première visite ont été vues ou l’installation déclinée, et
            les réglages du tableau que vous avez changés. Des athlètes, il ne garde que des
            numéros, sans nom, et jamais celui d’un mineur&nbsp;: les huit derniers choisis, ceux
            qui reviennent à la visite suivante, et celui que vous dites être. Un bouton, là où
            elles servent, efface chacune de ces listes. Il garde aussi le tableau et les outils
            pour quand il n’y a pas de réseau, jamais une page qui nomme quelqu’un.
          </li>
          <li>
            Les noms tapés dans la fiche de groupe servent à la dessiner, puis sont oubliés&nbsp;:
            ni adresse, ni journal, ni base de données.
          </li>
          <li>
            Vos réglages et les athlètes affichés sont dans l’adresse de la page&nbsp;: c’est elle
            que vous partagez, et vous seul. Elle n’est pas transmise aux sites vers lesquels vous
            allez.
          </li>
          <li>
            Ce que vous cherchez n’est pas écrit dans les journaux du logiciel. Le serveur qui le
            précède peut tenir les siens&#8239;; cela dépend de l’hébergeur.
          </li>
          <li>
            Pour que personne ne copie l’annuaire, chaque réseau n’en lit qu’une petite part par
            jour. Le service retient pour cela, un jour au plus et en mémoire seulement, une
            empreinte des numéros des athlètes montrés à votre réseau&nbsp;: rien n’en est écrit.
          </li>
          <li>
            Pour lire des records, c’est le serveur qui interroge la fédération, jamais votre
            navigateur. Elle ne voit votre adresse que si vous ouvrez une fiche sur son site.
          </li>
          <li>
            Si vous demandez une recherche sur athle.fr, le serveur lui transmet le nom cherché,
            sans rien de vous. Un athlète que vous y choisissez entre dans l’annuaire.
          </li>
        </ul>
      </Article>
      <Article title="Responsable">
        <p>
          Responsable du traitement&nbsp;:{" "}
          <Declared value={operator.publisher} missing={missing} />.
        </p>
      </Article>
    </>
  );
}

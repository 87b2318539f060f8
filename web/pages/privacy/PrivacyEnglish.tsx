import { Article, Contact, Declared } from "../../kit/frame/Operator.tsx";
import { PATHS } from "../../kit/addresses/paths.ts";
import type { SiteFacts } from "../../kit/frame/site_facts.ts";

/** Which data are kept about whom, in English. Each sentence is true of this software as it is. */
export function PrivacyEnglish({ facts: { operator, index } }: { facts: SiteFacts }) {
  const missing = "not given by the operator of this installation";
  return (
    <>
      {index?.simulated && (
        <p class="notice notice-plain">
          This installation reads a simulated federation: its athletes are invented. What follows
          holds for an installation that reads the federation’s own site.
        </p>
      )}
      <Article title="In short">
        <p>
          The site keeps an index of the people licensed by the French athletics federation, so that
          they are found by name, and reads their records on demand. It sets no cookie, measures no
          audience and calls no other site from your browser.
        </p>
      </Article>
      <Article title="If you are an athlete">
        <p>The index keeps, of every licensed person, from the season 2004 at the earliest:</p>
        <ul>
          <li>surname and given name as the federation publishes them, and the page number;</li>
          <li>the birth year, or what the age category tells of it, never the day;</li>
          <li>sex, nationality and age category;</li>
          <li>clubs, season by season;</li>
          <li>
            the licence number, which serves to recognise one person and appears in no public
            answer.
          </li>
        </ul>
        <p>
          Records are read only when a visitor asks for them: mark, event, date, place, club. The
          last reading is kept so that the page is not asked for at every visit: it serves as it is
          for a time that the operator sets (24 hours by default), then the page is read again at
          the next request. When the federation’s site does not answer then, the last known reading
          is shown, with its date. Earlier readings are not kept. The same goes for the results of a
          calendar year, read when somebody asks for them on the page of an athlete or through the
          API, with place, round, level and points; those of years past serve thirty times as long.
        </p>
        <p>
          The software deletes nothing by itself after a time: an entry and the last reading of its
          records stay until the next reading, or until you object.
        </p>
        <p>
          The categories under 7, under 10 and under 12 (others where the operator chose so) are
          shown nowhere: in no list, no search, on no page. Nobody is shown with a year of birth
          before the year in which they turn 17. Of minors, and of people of unknown age, the site
          shows published records and results alone, without place, level or points, without
          computing anything, without ranking. A parent may ask for their removal.
        </p>
      </Article>
      <Article title="What the site computes">
        <p>
          From the published records of an adult, their page computes predicted times with their
          range, estimates such as the MAS (VMA), points of scoring tables, and says which record
          differs most from the others. The page that compares puts side by side the athletes whom
          you choose yourself. All this is computed when the page is opened and stored in no
          database; no decision rests on it. No list orders the people of the index by their
          performances.
        </p>
      </Article>
      <Article title="Source and basis">
        <p>
          Source: the public pages of the federation’s site, read again every week, slowly,
          following its instructions to robots and saying who reads. Basis: the legitimate interest
          (GDPR, article 6.1.f) of runners in finding public sports results. Pages that name
          athletes ask search engines not to keep them.
        </p>
      </Article>
      <Article title="Your rights">
        <p>
          You may ask for access, correction or deletion, or object to being in the index, without
          giving a reason or an identity document at first: tell your name and club, or your page
          number. The shortest way is <a href={PATHS.en.removal}>the form</a>; or write to:{" "}
          <Contact operator={operator} missing={missing} />. The answer comes within a month.
        </p>
        <p>
          The form keeps what you put into it and the date, nothing else: no network address, no
          browser. Only the operator reads it; all is deleted once the request is handled.
        </p>
        <p>
          An objection deletes what is kept and holds for all readings to come: only a keyed
          fingerprint of the page number, the date and the channel of the request remain, without a
          name. Names and records themselves are corrected by the federation. You may also turn to
          the French authority, the <a href="https://www.cnil.fr/en" rel="external">CNIL</a>.
        </p>
      </Article>
      <Article title="If you visit the site">
        <ul>
          <li>
            No account, no cookie. Your browser alone keeps the theme you chose, that the three
            steps of a first visit were seen or the offer to install declined, and the settings of
            the table that you changed. Of athletes it keeps numbers alone, without a name, and
            never a minor’s: the eight chosen last, those who come back at the next visit, and the
            one you say you are. A button beside them deletes each of these lists. It also keeps the
            table and the tools for when there is no network, never a page that names somebody.
          </li>
          <li>
            Names typed into the group sheet serve to draw it and are forgotten then: no address, no
            log, no database holds them.
          </li>
          <li>
            Your settings and the athletes shown are in the address of the page: that is what you
            share, and only you do. It is not passed to the sites you go to.
          </li>
          <li>
            What you search is not written to the software’s logs. The server in front may keep its
            own; that depends on the host.
          </li>
          <li>
            So that nobody copies the index, each network reads a small part of it in a day. For
            that the service remembers, for a day at most and in memory only, marks of the numbers
            of the athletes shown to your network: none of it is written down.
          </li>
          <li>
            To read records the server asks the federation, never your browser. The federation sees
            your address only when you open a page on its site.
          </li>
          <li>
            If you ask for a search on athle.fr, the server passes the name on to it, and nothing
            about you. An athlete you choose there enters the index.
          </li>
        </ul>
      </Article>
      <Article title="Controller">
        <p>
          Controller of the data: <Declared value={operator.publisher} missing={missing} />.
        </p>
      </Article>
    </>
  );
}

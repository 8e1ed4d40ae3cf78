import { plainName } from './header-names';
import type { Role } from './mapping';

/** What a column's name says of it. */
export interface NamedRole {
  readonly role: Role;
  /** 2: the name says so; 1: it may. */
  readonly strength: 1 | 2;
  /** Of a column that has only a part of a date. */
  readonly part?: 'year' | 'month' | 'day' | 'time';
}

const words = (text: string): string => text.trim().split(/\s+/).join('|');
const exactly = (text: string): RegExp => new RegExp(`^(?:${words(text).replaceAll('_', ' ')})(?: \\d{1,2})?$`, 'u');

const MOMENT =
  words(`date dates time datetime day timestamp datum zeit zeitpunkt tag дата время день fecha hora dia jour heure
  at on am date_of year jahr год ano annee`).replaceAll('_', ' ');
const withMoment = (text: string): RegExp => {
  const names = words(text).replaceAll('_', ' ');
  return new RegExp(
    `^(?:event )?(?:(?:${MOMENT})(?: of| de| der| des| du| la| el| le| d)* )?(?:${names})(?: (?:${MOMENT}))*(?: utc| gmt)?$`,
    'u',
  );
};

/** Names that speak of dates only with a word for them beside. */
const ofMoment = (text: string): RegExp => {
  const names = words(text).replaceAll('_', ' ');
  return new RegExp(
    `^(?:(?:${MOMENT})(?: of| the| de| der| des| du| la| el| le| l| d)* (?:${names})|(?:${names}) (?:${MOMENT}))(?: utc| gmt)?$`,
    'u',
  );
};

/** The first pattern that a plain name matches tells its role: the most telling first. */
const RULES: readonly (readonly [RegExp, Role, 1 | 2, NamedRole['part']?])[] = [
  [
    /^(?:event |record |row |case |entry |item |unique |global )*(?:id|eventid|dis no|uid|guid|uuid|identifier|identificador|identifiant|kennung|ид|идентификатор)(?: номер)?$/u,
    'id',
    2,
  ],
  [exactly('nr no num number n № # номер numero nummer lfd_nr № п п row index'), 'id', 1],
  [exactly('year jahr год annee ano año iyear'), 'date', 1, 'year'],
  [exactly('month monat месяц mois mes imonth mo mth'), 'date', 1, 'month'],
  [exactly('day tag день число jour dia iday dy'), 'date', 1, 'day'],
  [/^(?:start|begin|from|event) year ?1?$/, 'date', 1, 'year'],
  [/^(?:start|begin|from|event) month ?1?$/, 'date', 1, 'month'],
  [/^(?:start|begin|from|event) day ?1?$/, 'date', 1, 'day'],
  [/^(?:end|to|until) year ?1?$/, 'end', 1, 'year'],
  [/^(?:end|to|until) month ?1?$/, 'end', 1, 'month'],
  [/^(?:end|to|until) day ?1?$/, 'end', 1, 'day'],
  [exactly('time uhrzeit время heure hora time_of_day start_time'), 'date', 1, 'time'],
  [
    withMoment(`end ended ends ending finish finished until till to stop closed completion completed thru through ende bis schluss enddatum endzeit
      конец окончание окончания окончено завершение завершения по до fin hasta jusqu_a jusque final termine termino cierre end_date`),
    'end',
    2,
  ],
  [
    withMoment(`reported report_date publish published publication publication_date pubdate pub posted post_date announced disclosed
      issued filed veroffentlicht veroffentlichung veroffentlichungsdatum publikationsdatum erscheinungsdatum meldedatum gemeldet
      berichtet опубликовано опубликована публикация публикации сообщено сообщения publie publiee publicado publicacion
      publicada reportado informe_fecha signale parution`),
    'reported',
    2,
  ],
  [
    withMoment(`date dates start started starts start_date begin began begins beginning from when datetime date_time timestamp occurred
      occurrence happened datum beginn anfang startdatum wann zeitpunkt zeit von ereignisdatum
      дата даты когда начало начала начат время с debut quand des fecha fechas inicio cuando comienzo desde`),
    'date',
    2,
  ],
  [
    ofMoment(`event incident attack ereignis ereignisses vorfall vorfalls событие события происшествия evento suceso hechos
      evenement incidente`),
    'date',
    2,
  ],
  [
    /^(?:created|logged|recorded|occurred|ts|epoch|unix ?time|epoch time|time ms|utc|utc time|time utc)(?: (?:at|on|utc))?$/u,
    'date',
    1,
  ],
  [/^first seen$|(?:^| )(?:date|datum|дата|fecha)$|^(?:date|datum|дата|fecha)(?: |$)/u, 'date', 1],
  [
    /^(?:source |article |web |news |reference |video )*(?:url|urls|link|links|href|website|web|uri|weblink)(?: \d)?$/u,
    'source url',
    2,
  ],
  [
    exactly(
      'source_url url_source quelle_url ссылка ссылки источник_url url_quelle lien liens enlace enlaces адрес ссылка_на_источник',
    ),
    'source url',
    2,
  ],
  [/(?:^| )(?:url|urls|link|links|href|ссылка|lien|enlace)(?: |$)/u, 'source url', 1],
  [
    /^(?:country|region|city|state|province|location|place|county|territory|district|adm(?:in)?\d?) names?$|^(?:place|location|venue|city|country|site) of /u,
    'place',
    2,
  ],
  [/^(?:type|kind|category|nature|class) of /u, 'type', 1],
  [
    exactly(
      'title event headline heading event_title event_name ereignis titel uberschrift schlagzeile vorfall заголовок событие название titre evenement intitule titulo evento suceso acontecimiento titular eventtitle',
    ),
    'title',
    2,
  ],
  [
    exactly(
      'summary description desc details detail abstract описание содержание краткое_содержание подробности beschreibung zusammenfassung einzelheiten inhalt resume descriptif descripcion resumen detalles event_description event_summary short_description',
    ),
    'summary',
    2,
  ],
  [
    exactly(`actor actors people person persons participant participants who organisation organization organisations organizations org orgs
      entity entities party parties involved players stakeholders actor_name people_involved key_actors
      участник участники лицо лица кто люди персоны персона организация организации акторы актор действующие_лица стороны
      akteur akteure beteiligte beteiligter personen teilnehmer wer organisationen firma firmen partei parteien
      acteur acteurs personne personnes participants qui protagonistes actores persona personas participante participantes quien quienes
      organizacion organizaciones involucrados`),
    'actors',
    2,
  ],
  [
    exactly(`tag tags topic topics category categories theme themes keyword keywords label labels subject_area
      тема темы тег теги категория категории рубрика рубрики ключевые_слова метки thema themen schlagwort schlagworter schlagworte
      kategorie kategorien stichwort stichworte stichworter theme themes sujet sujets categorie categories mots_cles mot_cle etiquette etiquettes
      tema temas categoria categorias etiqueta etiquetas palabras_clave`),
    'topics',
    2,
  ],
  [
    exactly(
      'type kind event_type type_of_event art typ ereignistyp ereignisart sorte тип вид тип_события genre tipo clase tipo_de_evento type_d_evenement nature',
    ),
    'type',
    2,
  ],
  [
    exactly(`place places location locations where venue country city region town province site locality country_code
      место страна город где регион локация место_события ort orte land stadt wo schauplatz ortschaft
      lieu lieux pays ville ou endroit emplacement lugar lugares pais ciudad donde ubicacion sitio`),
    'place',
    2,
  ],
  [
    exactly(`source sources publisher outlet source_name source_title publication newspaper media reference references citation news_source
      источник источники издание сми издатель quelle quellen herausgeber medium zeitung referenz editeur media fuente fuentes editor medio
      periodico`),
    'source title',
    2,
  ],
  [
    exactly(
      'name subject message what incident entry milestone activity label source_headline was что тема_сообщения nom quoi objet nombre asunto que hecho name_of_event bezeichnung betreff имя наименование',
    ),
    'title',
    1,
  ],
  [
    exactly(
      'text body content comments comment remarks текст комментарий bemerkung kommentar texte contenu commentaire remarque texto contenido comentario full_text long_description',
    ),
    'summary',
    1,
  ],
  [
    exactly(
      'names name_s company companies group groups country_1 actor1 actor2 side_a side_b perpetrator target victim suspect gname appointee nominee author authors user username sender assignee speaker laureate full_name company_name organization_name organisation_name group_name belligerents combatants who_was_involved auteur auteurs autor autores имена',
    ),
    'actors',
    1,
  ],
  [exactly('class section sector field'), 'topics', 1],
  [/ type$|^attacktype1 txt$/, 'type', 1],
  [/ names?$|^names? of /u, 'title', 1],
  [/ (?:summary|description|beschreibung|описание|descripcion)$/u, 'summary', 1],
  [
    exactly(
      'neighborhood neighbourhood district county municipality jurisdiction parish state state_province country_txt region_txt provstate admin1 address latitude_longitude штат адрес adresse direccion bundesland',
    ),
    'place',
    1,
  ],
];

/** Dates of something else than the event: of a life, or of the record. */
const OTHER_DATE =
  /(?:^| )(?:birth|born|birthday|dob|geburt|geburtsdatum|рождения|nacimiento|naissance|updated?|modified|accessed|retrieved|entry|added|upload(?:ed)?|scraped|change|changed|expir\w+|due|version)(?: |$)/u;

/** Whether a column's name says that its dates are not those of the events: taken only where there are no others. */
export function isOtherDate(name: string): boolean {
  return OTHER_DATE.test(plainName(name));
}

/** Whether it says that its texts are codes, or states of records, which name nothing. */
export function isCode(name: string): boolean {
  return /^(?:status|confidence)$|(?:^| )(?:code|codes|iso\d?|iso alpha ?\d|id|ids|flag|currency|unit|units|ticker|symbol|zip|postcode)$/.test(
    plainName(name),
  );
}

/** What `name` says that its column holds, or else its last part (`properties.time`); null when it says nothing known. */
export function roleByName(name: string): NamedRole | null {
  return (
    roleOf(plainName(name)) ?? (name.includes('.') ? roleOf(plainName(name.slice(name.lastIndexOf('.') + 1))) : null)
  );
}

function roleOf(plain: string): NamedRole | null {
  for (const [pattern, role, strength, part] of RULES) {
    if (pattern.test(plain)) return part === undefined ? { role, strength } : { role, strength, part };
  }
  return null;
}

/** Whether a column's name says that it holds dates of any kind. */
export function isNamedDate(name: string): boolean {
  const role = roleByName(name)?.role;
  return role === 'date' || role === 'end' || role === 'reported';
}

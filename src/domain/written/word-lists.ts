import { lexiconOf, type WordList } from './words';

const ENGLISH: WordList = {
  month:
    'january jan|february feb febr|march mar|april apr|may|june jun|july jul|august aug|september sep sept|october oct|november nov|december dec',
  weekday:
    'monday mon tuesday tue tues wednesday wed weds thursday thu thur thurs friday fri saturday sat sunday sun mondays sundays',
  season: 'spring|summer|autumn fall|winter',
  quarter: 'q quarter qtr',
  half: 'h half',
  century: 'century centuries cent',
  millennium: 'millennium millenium',
  decade: 'decade',
  part: 'early beginning start|mid middle|late end',
  circa: 'c ca circa cca approx approximately about around roughly',
  uncertain: 'possibly probably perhaps maybe presumably likely uncertain',
  before: 'before pre',
  after: 'after post',
  since: 'since from starting onwards',
  by: 'by',
  until: 'until till to through thru',
  between: 'between',
  and: 'and or',
  open: 'present now ongoing current today',
  bc: 'bc bce',
  ad: 'ad ce',
  ordinal: 'first|second|third|fourth',
  noise: 'of the in on at year years date dated day and',
};

const RUSSIAN: WordList = {
  month:
    'январь января январе янв|февраль февраля феврале фев февр|март марта марте мар|апрель апреля апреле апр|май мая мае|июнь июня июне июн|июль июля июле июл|август августа августе авг|сентябрь сентября сентябре сен сент|октябрь октября октябре окт|ноябрь ноября ноябре ноя нояб|декабрь декабря декабре дек',
  weekday:
    'понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье пн вт ср чт пт сб вс понедельника вторника среды четверга пятницы субботы воскресенья',
  season: 'весна весной весны весну|лето летом лета|осень осенью осени|зима зимой зимы зиму',
  quarter: 'кв квартал квартала квартале',
  third: 'треть трети',
  half: 'полугодие полугодия полугодии половина половине половины пол',
  century: 'век века веке вв столетие столетия',
  millennium: 'тысячелетие тысячелетия тыс',
  decade: 'десятилетие',
  part: 'начало начале начала|середина середине середины|конец конце конца',
  circa: 'около ок примерно приблизительно прим',
  uncertain: 'вероятно возможно предположительно вопросом',
  before: 'перед',
  after: 'после',
  since: 'с со от начиная',
  by: 'к',
  until: 'до по',
  between: 'между',
  and: 'и или',
  open: 'настоящее настоящего сегодня',
  ordinal:
    'первый первая первое первой первом|второй вторая второе втором|третий третье третьем|четвертый четвёртый четвертом',
  noise: 'под г гг год года году годы годов годах число числа время времени день',
};

const GERMAN: WordList = {
  month:
    'januar jan jän jänner januars|februar feb feber|märz mrz mär|april apr|mai|juni jun|juli jul|august aug|september sep sept|oktober okt|november nov|dezember dez',
  weekday: 'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di do fr sa so',
  season: 'frühling frühjahr frühlings|sommer sommers|herbst herbstes|winter winters',
  quarter: 'quartal quartals',
  third: 'jahresdrittel drittel tertial',
  half: 'halbjahr halbjahres hälfte',
  century: 'jahrhundert jahrhunderts jh jhd jhdt',
  millennium: 'jahrtausend jahrtausends jt',
  decade: 'jahrzehnt',
  part: 'anfang beginn|mitte|ende',
  circa: 'etwa gegen zirka ungefähr um rund',
  uncertain: 'wohl vermutlich vielleicht wahrscheinlich unsicher',
  before: 'vor',
  after: 'nach',
  since: 'seit ab von vom',
  until: 'bis',
  between: 'zwischen',
  and: 'und oder',
  open: 'heute',
  ordinal: 'erste erstes ersten|zweite zweites zweiten|dritte drittes dritten|vierte viertes vierten',
  noise: 'der die das dem den des am im jahr jahre jahren jahres zum zur',
};

const FRENCH: WordList = {
  month:
    'janvier janv jan|février févr fév|mars|avril avr|mai|juin|juillet juil|août|septembre sept|octobre oct|novembre nov|décembre déc',
  weekday: 'lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim',
  season: 'printemps|été|automne|hiver',
  quarter: 'trimestre trim t',
  third: 'quadrimestre',
  half: 'semestre sem s moitié',
  century: 'siècle siècles',
  millennium: 'millénaire',
  decade: 'décennie années',
  part: 'début|milieu|fin',
  circa: 'vers environ env autour',
  uncertain: 'probablement peut incertain incertaine',
  before: 'avant',
  after: 'après',
  since: 'depuis dès partir',
  until: 'jusque jusqu à au aux',
  between: 'entre',
  and: 'et ou',
  open: 'aujourd présent',
  ordinal: 'premier première|deuxième seconde|troisième|quatrième',
  noise: 'le la les l du de d des en an ans année être hui jour',
};

const SPANISH: WordList = {
  month:
    'enero ene|febrero feb|marzo mar|abril abr|mayo may|junio jun|julio jul|agosto ago|septiembre setiembre sep sept set|octubre oct|noviembre nov|diciembre dic',
  weekday: 'lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb dom',
  season: 'primavera|verano|otoño|invierno',
  quarter: 'trimestre',
  third: 'cuatrimestre',
  half: 'semestre mitad',
  century: 'siglo siglos sig',
  millennium: 'milenio',
  decade: 'década años',
  part: 'principios comienzos inicios principio|mediados|finales fines',
  circa: 'hacia aproximadamente aprox cerca alrededor sobre',
  uncertain: 'posiblemente probablemente quizás quizá incierto incierta',
  before: 'antes',
  after: 'después tras',
  since: 'desde',
  until: 'hasta a al',
  between: 'entre',
  and: 'y',
  open: 'actualidad presente hoy',
  ordinal: 'primer primero primera|segundo segunda|tercer tercero|cuarto',
  noise: 'el los las del de en año día º ª o',
};

/** Words of dates in five languages, in lower case. */
export const LEXICON = lexiconOf([ENGLISH, RUSSIAN, GERMAN, FRENCH, SPANISH]);

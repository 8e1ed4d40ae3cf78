/** What Windows and Outlook call the time zones that are asked for most, by a place in each: `Name=Europe/Berlin`. */
const NAMES = `Dateline Standard Time=Etc/GMT+12;Hawaiian Standard Time=Pacific/Honolulu;Alaskan Standard Time=America/Anchorage
Pacific Standard Time=America/Los_Angeles;US Mountain Standard Time=America/Phoenix;Mountain Standard Time=America/Denver
Central America Standard Time=America/Guatemala;Central Standard Time=America/Chicago;Canada Central Standard Time=America/Regina
Central Standard Time (Mexico)=America/Mexico_City;SA Pacific Standard Time=America/Bogota;Eastern Standard Time=America/New_York
US Eastern Standard Time=America/Indianapolis;Venezuela Standard Time=America/Caracas;Atlantic Standard Time=America/Halifax
SA Western Standard Time=America/La_Paz;Pacific SA Standard Time=America/Santiago;Newfoundland Standard Time=America/St_Johns
E. South America Standard Time=America/Sao_Paulo;Argentina Standard Time=America/Buenos_Aires;SA Eastern Standard Time=America/Cayenne
Greenland Standard Time=America/Godthab;Montevideo Standard Time=America/Montevideo;Azores Standard Time=Atlantic/Azores
Cape Verde Standard Time=Atlantic/Cape_Verde;GMT Standard Time=Europe/London;Greenwich Standard Time=Atlantic/Reykjavik
Morocco Standard Time=Africa/Casablanca;W. Europe Standard Time=Europe/Berlin;Central Europe Standard Time=Europe/Budapest
Romance Standard Time=Europe/Paris;Central European Standard Time=Europe/Warsaw;W. Central Africa Standard Time=Africa/Lagos
GTB Standard Time=Europe/Bucharest;E. Europe Standard Time=Europe/Chisinau;FLE Standard Time=Europe/Kiev
Middle East Standard Time=Asia/Beirut;Egypt Standard Time=Africa/Cairo;Syria Standard Time=Asia/Damascus
South Africa Standard Time=Africa/Johannesburg;Israel Standard Time=Asia/Jerusalem;Jordan Standard Time=Asia/Amman
Kaliningrad Standard Time=Europe/Kaliningrad;Turkey Standard Time=Europe/Istanbul;Belarus Standard Time=Europe/Minsk
Russian Standard Time=Europe/Moscow;Arabic Standard Time=Asia/Baghdad;Arab Standard Time=Asia/Riyadh;E. Africa Standard Time=Africa/Nairobi
Iran Standard Time=Asia/Tehran;Arabian Standard Time=Asia/Dubai;Azerbaijan Standard Time=Asia/Baku;Caucasus Standard Time=Asia/Yerevan
Georgian Standard Time=Asia/Tbilisi;Russia Time Zone 3=Europe/Samara;Afghanistan Standard Time=Asia/Kabul
West Asia Standard Time=Asia/Tashkent;Ekaterinburg Standard Time=Asia/Yekaterinburg;Pakistan Standard Time=Asia/Karachi
India Standard Time=Asia/Calcutta;Sri Lanka Standard Time=Asia/Colombo;Nepal Standard Time=Asia/Katmandu
Central Asia Standard Time=Asia/Almaty;Bangladesh Standard Time=Asia/Dhaka;Omsk Standard Time=Asia/Omsk
N. Central Asia Standard Time=Asia/Novosibirsk;Myanmar Standard Time=Asia/Rangoon;SE Asia Standard Time=Asia/Bangkok
North Asia Standard Time=Asia/Krasnoyarsk;China Standard Time=Asia/Shanghai;North Asia East Standard Time=Asia/Irkutsk
Singapore Standard Time=Asia/Singapore;W. Australia Standard Time=Australia/Perth;Taipei Standard Time=Asia/Taipei
Ulaanbaatar Standard Time=Asia/Ulaanbaatar;Tokyo Standard Time=Asia/Tokyo;Korea Standard Time=Asia/Seoul
Yakutsk Standard Time=Asia/Yakutsk;Cen. Australia Standard Time=Australia/Adelaide;AUS Central Standard Time=Australia/Darwin
AUS Eastern Standard Time=Australia/Sydney;E. Australia Standard Time=Australia/Brisbane;Tasmania Standard Time=Australia/Hobart
Vladivostok Standard Time=Asia/Vladivostok;West Pacific Standard Time=Pacific/Port_Moresby;Magadan Standard Time=Asia/Magadan
Central Pacific Standard Time=Pacific/Guadalcanal;Kamchatka Standard Time=Asia/Kamchatka;New Zealand Standard Time=Pacific/Auckland
Fiji Standard Time=Pacific/Fiji;Tonga Standard Time=Pacific/Tongatapu
Pacific Time (US & Canada)=America/Los_Angeles;Mountain Time (US & Canada)=America/Denver;Central Time (US & Canada)=America/Chicago
Eastern Time (US & Canada)=America/New_York;Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna=Europe/Berlin
Brussels, Copenhagen, Madrid, Paris=Europe/Paris;Belgrade, Bratislava, Budapest, Ljubljana, Prague=Europe/Budapest
Dublin, Edinburgh, Lisbon, London=Europe/London;Sarajevo, Skopje, Warsaw, Zagreb=Europe/Warsaw
Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius=Europe/Kiev;Moscow, St. Petersburg, Volgograd=Europe/Moscow;Moscow, St. Petersburg=Europe/Moscow
Beijing, Chongqing, Hong Kong, Urumqi=Asia/Shanghai;Osaka, Sapporo, Tokyo=Asia/Tokyo;Chennai, Kolkata, Mumbai, New Delhi=Asia/Calcutta
Canberra, Melbourne, Sydney=Australia/Sydney;Abu Dhabi, Muscat=Asia/Dubai;Athens, Bucharest, Istanbul=Europe/Bucharest`;

/**
 * The zone of IANA that Windows calls `name`, whatever offset stands before it and whatever place
 * after it: `(UTC+03:00) Moscow, St. Petersburg`, `Pacific Time (US & Canada); Tijuana`; null for any other.
 */
export function windowsZone(name: string): string | null {
  const plain = name
    .slice(0, 120)
    .replace(/^\((?:UTC|GMT)[^)]{0,10}\)\s*/, '')
    .replace(/[/;].*$/, '')
    .trim()
    .toLowerCase();
  for (const line of NAMES.split(/[;\n]/)) {
    const [known, zone] = line.split('=');
    if (known.toLowerCase() === plain) return zone;
  }
  return null;
}

// Writes data/facts/currencies.tsv: codes of currencies and their names in English.
//
// Usage: node make_currencies.mjs > data/facts/currencies.tsv      (node with its full ICU)
// From Unicode CLDR as Node's Intl has it. Old currencies and codes that are words of English are left out; adjectives of
// states that CLDR makes by rule ("Kyrgystani") are added in their usual form.

const HEAD = `# Currencies: codes (ISO 4217) before or after an amount, and their names in English after one. Codes count in capitals only;
# those that are words of English (ALL, TOP, ...) are left out. Names that several countries have ("kroner")
# give theirs: country:code.
# Made by scripts/data/make_currencies.mjs from Unicode CLDR, Unicode licence (see NOTICE). More names, signs and ways of
# writing are in figures.tsv.
# phrase	kind	value`;
const WORDS = new Set("ALL TOP CUP COP SOS MOP PEN BOB".split(" "));
const USUAL = { kyrgystani: "kyrgyz", kazakhstani: "kazakh", uzbekistani: "uzbek", tajikistani: "tajik", turkmenistani: "turkmen" };
// Names that several countries have for their money: which of them it is, their text has to tell.
const SHARED = {
  "krone kroner": "NOR:NOK DNK:DKK",
  "krona kronor": "SWE:SEK ISL:ISK",
  "peso pesos": "ARG:ARS CHL:CLP COL:COP CUB:CUP DOM:DOP MEX:MXN PHL:PHP URY:UYU",
  "dinar dinars": "BHR:BHD DZA:DZD IRQ:IQD JOR:JOD KWT:KWD LBY:LYD MKD:MKD SRB:RSD TUN:TND",
  "shilling shillings": "KEN:KES SOM:SOS TZA:TZS UGA:UGX",
  "rupee rupees": "IND:INR LKA:LKR MUS:MUR NPL:NPR PAK:PKR SYC:SCR",
  "franc francs": "BDI:BIF CHE:CHF CIV:XOF CMR:XAF COD:CDF COG:XAF COM:KMF DJI:DJF GAB:XAF GIN:GNF LIE:CHF MLI:XOF RWA:RWF SEN:XOF TCD:XAF",
};

function nameOf(code, count) {
  const format = new Intl.NumberFormat("en", { style: "currency", currency: code, currencyDisplay: "name", maximumFractionDigits: 0 });
  return format.formatToParts(count).find((part) => part.type === "currency").value;
}

/** "São Tomé & Príncipe dobras" as tokens in lower case; nothing for names with a year or a full stop. */
function phrase(name) {
  const words = name.toLowerCase().replaceAll("&", "and").replaceAll("-", " - ");
  return /[0-9().]/.test(words) || !words.includes(" ") ? "" : words;
}

const rows = new Map();
const codes = Intl.supportedValuesOf("currency").filter((code) => !/[0-9(]/.test(nameOf(code, 2)) && !WORDS.has(code));
for (const code of codes) {
  for (const kind of ["currency_before", "currency_after"]) rows.set(`${code.toLowerCase()}\t${kind}`, code);
}
for (const code of codes) {
  for (const words of [phrase(nameOf(code, 1)), phrase(nameOf(code, 2))]) {
    if (!words) continue;
    const [first, ...rest] = words.split(" ");
    for (const adjective of [first, USUAL[first]]) {
      const row = `${[adjective, ...rest].join(" ")}\tcurrency_after`;
      if (adjective && !rows.has(row)) rows.set(row, code);
    }
  }
}
for (const [names, codes] of Object.entries(SHARED)) {
  for (const name of names.split(" ")) rows.set(`${name}\tcurrency_after`, codes);
}
console.log([HEAD, ...[...rows].map(([key, value]) => `${key}\t${value}`)].join("\n"));

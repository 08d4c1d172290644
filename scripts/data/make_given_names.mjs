// Writes data/given_names.tsv from @faker-js/faker (MIT), the names of holders of office in data/leaders.tsv and
// given_names.txt beside this file. Usage, in the project's root: node make_given_names.mjs FOLDER > data/given_names.tsv
// FOLDER holds node_modules with @faker-js/faker.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = process.argv[2];
const faker = await import(pathToFileURL(path.resolve(folder, 'node_modules/@faker-js/faker/dist/index.js')));
const here = path.dirname(new URL(import.meta.url).pathname);

const RUSSIAN = { а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'yo', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l',
  м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch',
  ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya' };
const UKRAINIAN = { ...RUSSIAN, г: 'h', ґ: 'g', є: 'ie', и: 'y', і: 'i', ї: 'i', й: 'i', ю: 'iu', я: 'ia', "'": '', '’': '' };
const UKRAINIAN_FIRST = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' };

function latin(name, table, first = {}) {
  const lower = name.toLowerCase();
  let out = '';
  for (let i = 0; i < lower.length; ++i) out += (i === 0 && first[lower[i]]) || (table[lower[i]] ?? lower[i]);
  return out.charAt(0).toUpperCase() + out.slice(1);
}

// Endings that Russian names have in English texts: Дмитрий is Dmitry, Dmitriy and Dmitrii.
function spellings(name, locale) {
  if (locale === 'fakerRU') {
    const base = latin(name, RUSSIAN);
    return [base, base.replace(/iy$/, 'y'), base.replace(/iy$/, 'ii'), base.replace(/ey$/, 'ei'), base.replace(/iya$/, 'ia'),
      base.replace(/([aeou])y$/, '$1i'), base.replace('ks', 'x')];
  }
  if (locale === 'fakerUK') {
    const base = latin(name, UKRAINIAN, UKRAINIAN_FIRST);
    return [base, base.replace(/ii$/, 'iy'), base.replace(/yi$/, 'y'), base.replace(/iia$/, 'iya')];
  }
  return [name];
}

const counts = new Map();
function count(name, gender, weight = 1) {
  if (!/^\p{Script=Latin}[\p{Script=Latin}'’-]+$/u.test(name) || name.length < 3) return;
  const key = name.toLowerCase();
  const row = counts.get(key) ?? { name, m: 0, f: 0, weight: 0 };
  row.weight += weight;
  if (gender) row[gender] += weight;
  counts.set(key, row);
}

const seen = new Set();
for (const [locale, value] of Object.entries(faker)) {
  const lists = value?.rawDefinitions?.person?.first_name;
  if (!lists || /BORK|ocker|fakerEO|fakerDV/.test(locale)) continue;
  const print = JSON.stringify(lists);
  if (seen.has(print)) continue;  // a locale without names of its own repeats English
  seen.add(print);
  for (const [list, gender] of [['male', 'm'], ['female', 'f']]) {
    for (const name of lists[list] ?? []) for (const form of new Set(spellings(name, locale))) count(form, gender);
  }
}
for (const line of fs.readFileSync(path.join(here, 'given_names.txt'), 'utf8').split('\n')) {
  if (!line || line.startsWith('#')) continue;
  const [gender, names] = line.split('\t');
  for (const name of names.split(' ')) count(name, gender === '-' ? '' : gender, 3);
}
for (const line of fs.readFileSync('data/leaders.tsv', 'utf8').split('\n')) {
  if (!line || line.startsWith('#')) continue;
  const [person, surnames, country] = line.split('\t');
  const words = person.split(' ');
  if (words.length < 2 || ['CHN', 'KOR', 'PRK', 'VNM', 'TWN', 'KHM'].includes(country)) continue;
  if (!/^(Sheikh|Sir|Ibn|Bin|Abu|Al|El|General|Lord|Prince)$/i.test(words[0])) count(words[0], '');
}

console.log(`# Given names of the world with the gender they mostly have and in how many lists they were met.
# Sources: @faker-js/faker's names by country (MIT); names of holders of office (data/leaders.tsv); our own list,
# scripts/data/given_names.txt. Made by scripts/data/make_given_names.mjs. gender: m | f | empty.
# name\tgender\tweight`);
for (const row of [...counts.values()].sort((a, b) => (a.name < b.name ? -1 : 1))) {
  const gender = row.m > 2 * row.f ? 'm' : row.f > 2 * row.m ? 'f' : '';
  console.log([row.name, gender, row.weight].join('\t'));
}

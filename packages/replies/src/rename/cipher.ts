const VOWELS = 'aeiou';
const CONSONANTS = 'bcdfghjklmnpqrstvwxyz';

/** Another word of the same length and case, which can be spoken as well: `Price` becomes `Qsodi`. */
export function cipher(word: string): string {
  return word.replaceAll(/[a-z]/giu, next);
}

function next(letter: string): string {
  const small = letter.toLowerCase();
  const row = VOWELS.includes(small) ? VOWELS : CONSONANTS;
  const place = row.indexOf(small);
  if (place < 0) return letter;
  const other = row.charAt((place + 1) % row.length);
  return letter === small ? other : other.toUpperCase();
}

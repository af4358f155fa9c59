// How hard a password is to guess, roughly, in three steps. It counts what each character adds: little inside a word, in a row
// of the keyboard or the alphabet, or in what was typed before; much where nothing hints at it. It knows no dictionary: what
// many people choose is refused by the server.

const ROWS = ["qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "yxcvbnm", "zxcvbnm"];
const HARD = 36;
const VERY_HARD = 54;

/**
 * 1: easy to guess, 2: hard, 3: very hard.
 *
 * @param {string} password
 * @param {string[]} known what is known of the person, such as the parts of the address
 */
export function strength(password, known = []) {
  const bits = guesses(password, known);
  return bits < HARD ? 1 : bits < VERY_HARD ? 2 : 3;
}

/** The logarithm of how many guesses it may take. */
export function guesses(password, known = []) {
  let text = password.toLowerCase();
  for (const word of known.map((part) => part.toLowerCase()).filter((part) => part.length >= 3)) {
    text = text.replaceAll(word, "\u0000");
  }
  const characters = [...text];
  let bits = 0;
  for (let i = 0; i < characters.length; i++) {
    bits += adds(characters, i);
  }
  // A capital where one would not expect it.
  return bits + Math.min([...password.slice(1)].filter((c) => /\p{Lu}/u.test(c)).length, 5);
}

function adds(characters, i) {
  const c = characters[i];
  const before = characters[i - 1];
  if (before !== undefined && (c === before || follows(before, c))) {
    return 0.5;
  }
  if (i >= 2 && seen(characters, i)) {
    return 0.5;
  }
  if (/\p{Nd}/u.test(c)) {
    return 3.3;
  }
  if (!/\p{L}/u.test(c)) {
    return letter(before) && letter(characters[i + 1]) ? 2 : 4;
  }
  if (/\p{Script=Han}/u.test(c)) {
    return 7;
  }
  return inWord(characters, i) ? 1.8 : 4.7;
}

/** The next one, or the one before, in the alphabet, among the digits, or on the keyboard. */
function follows(before, c) {
  if (/[a-z0-9]/.test(before) && /[a-z0-9]/.test(c) && Math.abs(before.charCodeAt(0) - c.charCodeAt(0)) === 1) {
    return true;
  }
  return ROWS.some((row) => row.includes(before + c) || row.includes(c + before));
}

/** Whether the three characters that end here stood in it already. */
function seen(characters, i) {
  const end = characters.slice(i - 2, i + 1).join("");
  return characters.slice(0, i).join("").includes(end);
}

function inWord(characters, i) {
  let length = 1;
  for (let left = i - 1; letter(characters[left]); left--) {
    length++;
  }
  for (let right = i + 1; letter(characters[right]); right++) {
    length++;
  }
  return length >= 4;
}

function letter(c) {
  return c !== undefined && /\p{L}/u.test(c);
}

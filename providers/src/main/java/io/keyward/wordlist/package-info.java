/** Lists of words that come with Keyward as text files. */
package io.keyward.wordlist;

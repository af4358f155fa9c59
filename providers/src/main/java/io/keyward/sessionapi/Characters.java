package io.keyward.sessionapi;

/** What a text may be made of. Half a surrogate pair is no character, and a NUL is refused by databases. */
enum Characters {
    /** Names and addresses: one line of text. */
    LINE {
        @Override
        boolean allows(int character) {
            return !Character.isISOControl(character) && character != 0x2028 && character != 0x2029;
        }
    },
    /** Passwords: whatever can be typed or pasted, as it is. */
    ANY {
        @Override
        boolean allows(int character) {
            return character != 0;
        }
    },
    /** Tokens: printable ASCII. */
    TOKEN {
        @Override
        boolean allows(int character) {
            return character > 0x20 && character < 0x7F;
        }
    };

    abstract boolean allows(int character);

    boolean in(String text) {
        return text.codePoints()
                .allMatch(character -> allows(character)
                        && !(character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE));
    }
}

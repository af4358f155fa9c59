package io.keyward.passwordhash;

import java.util.Arrays;

/** The base 64 of bcrypt: an alphabet of its own, no padding. */
final class Radix64 {

    private static final String ALPHABET = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int[] VALUES = new int[128];

    static {
        Arrays.fill(VALUES, -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            VALUES[ALPHABET.charAt(i)] = i;
        }
    }

    private Radix64() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int count = 0;
        for (byte b : bytes) {
            bits = bits << 8 | b & 0xff;
            for (count += 8; count >= 6; count -= 6) {
                text.append(ALPHABET.charAt(bits >> count - 6 & 0x3f));
            }
        }
        if (count > 0) {
            text.append(ALPHABET.charAt(bits << 6 - count & 0x3f));
        }
        return text.toString();
    }

    /**
     * Bits that are left over at the end are ignored, as every implementation of bcrypt does.
     *
     * @param text of the alphabet only
     */
    static byte[] decode(String text) {
        byte[] bytes = new byte[text.length() * 6 / 8];
        int bits = 0;
        int count = 0;
        int filled = 0;
        for (int i = 0; i < text.length(); i++) {
            bits = bits << 6 | VALUES[text.charAt(i)];
            count += 6;
            if (count >= 8) {
                count -= 8;
                bytes[filled++] = (byte) (bits >> count);
            }
        }
        return bytes;
    }
}

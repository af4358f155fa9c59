package io.keyward.passwordhash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The published values are those of Openwall's crypt_blowfish 1.3 (wrapper.c, as John the Ripper and PHP have them, too), and
 * for the length that wrapped in OpenBSD before 5.5 those of Passlib. Passwords stand here as Latin-1, byte by byte.
 */
final class BcryptHashTest {

    @ParameterizedTest
    @CsvSource({
        "U*U, $2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
        "U*U*, $2a$05$CCCCCCCCCCCCCCCCCCCCC.VGOzA784oUp/Z0DY336zx7pLYAy0lwK",
        "U*U*U, $2a$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a",
        "U*U*U, $2b$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a",
        ">RQ7la, $2a$08$CCCCCCCCCCCCCCCCCCCCC.LuntE/dBezheibpSOXBeR3W7q5mt2NW",
        "'', $2a$05$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy",
    })
    void publishedValues(String password, String hash) {
        assertThat(matches(password, hash)).isTrue();
        assertThat(matches(password + "x", hash)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "\u00ff\u00ff\u00a3, $2y$05$/OK.fbVrR/bpIqNJ5ianF.CE5elHaaO4EbggVDjb8P19RukzXSM3e",
        "\u00ff\u00ff\u00a3, $2b$05$/OK.fbVrR/bpIqNJ5ianF.CE5elHaaO4EbggVDjb8P19RukzXSM3e",
        "\u00a3, $2y$05$/OK.fbVrR/bpIqNJ5ianF.Sa7shbm4.OzKpvFnX1pQLmQW96oUlCq",
        "\u00a3, $2a$05$/OK.fbVrR/bpIqNJ5ianF.Sa7shbm4.OzKpvFnX1pQLmQW96oUlCq",
        "\u00a3, $2b$05$/OK.fbVrR/bpIqNJ5ianF.Sa7shbm4.OzKpvFnX1pQLmQW96oUlCq",
        "\u00ff\u00a334\u00ff\u00ff\u00ff\u00a3345, $2y$05$/OK.fbVrR/bpIqNJ5ianF.o./n25XVfn6oAPaUvHe.Csk4zRfsYPi",
        "\u00ff\u00a3345, $2y$05$/OK.fbVrR/bpIqNJ5ianF.nRht2l/HRhr6zmCp9vYUvvsqynflf9e",
        "\u00ff\u00a3345, $2a$05$/OK.fbVrR/bpIqNJ5ianF.nRht2l/HRhr6zmCp9vYUvvsqynflf9e",
        "\u00a3ab, $2y$05$/OK.fbVrR/bpIqNJ5ianF.6IflQkJytoRVc1yuaNtHfiuq.FRlSIS",
        "\u00a3ab, $2a$05$/OK.fbVrR/bpIqNJ5ianF.6IflQkJytoRVc1yuaNtHfiuq.FRlSIS",
    })
    void bytesAbove127HaveNoSign(String password, String hash) {
        assertThat(matches(password, hash)).isTrue();
    }

    /** What the sign extension fault made of "\xa3" and "\xff\xff\xa3" alike must not be a hash of "\xa3". */
    @Test
    void theValueOfTheSignExtensionFaultIsNotAccepted() {
        assertThat(matches("\u00a3", "$2a$05$/OK.fbVrR/bpIqNJ5ianF.CE5elHaaO4EbggVDjb8P19RukzXSM3e"))
                .isFalse();
    }

    /** crypt_blowfish turns a bit of $2a$ where faulty and right keys coincide. Such passwords are not UTF-8: let them be. */
    @ParameterizedTest
    @CsvSource({
        "\u00ff\u00ff\u00a3, $2a$05$/OK.fbVrR/bpIqNJ5ianF.nqd1wy.pTMdcvrRWxyiGL2eMz.2a85.",
        "\u00ff\u00a334\u00ff\u00ff\u00ff\u00a3345, $2a$05$/OK.fbVrR/bpIqNJ5ianF.ZC1JEJ8Z4gPfpe1JOr/oyPXTWl9EFd.",
    })
    void theSafetyMeasureOfCryptBlowfishIsNotFollowed(String password, String hash) {
        assertThat(matches(password, hash)).isFalse();
    }

    @Test
    void bytesBeyondThe72ndDoNotCount() {
        String letters = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
        String hash = "$2a$05$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui";
        assertThat(matches(letters + "chars after 72 are ignored", hash)).isTrue();
        assertThat(matches(letters, hash)).isTrue();
        assertThat(matches(letters.substring(1), hash)).isFalse();
        assertThat(matches(
                        "\u00aa".repeat(72) + "chars after 72 are ignored as usual",
                        "$2a$05$/OK.fbVrR/bpIqNJ5ianF.swQOIzjOiJ9GHEPuhEkvqrUyvWhEMx6"))
                .isTrue();
        assertThat(matches("\u00aa\u0055".repeat(36), "$2a$05$/OK.fbVrR/bpIqNJ5ianF.R9xrDjiycxMbQE2bp.vgqlYpW5wx2yy"))
                .isTrue();
        assertThat(matches(
                        "\u0055\u00aa\u00ff".repeat(24),
                        "$2a$05$/OK.fbVrR/bpIqNJ5ianF.9tQZzcJfm3uj2NvJ/n5xkhpqLrMpWCe"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {254, 255, 256, 257, 260})
    void theLengthDoesNotWrap(int length) {
        String password = "0123456789".repeat(26).substring(0, length);
        assertThat(matches(password, "$2b$04$R1lJ2gkNaoPGdafE.H.16.1MKHPvmKwryeulRe225LKProWYwt9Oi"))
                .isTrue();
        assertThat(matches(password, "$2a$04$R1lJ2gkNaoPGdafE.H.16.nVyh2niHsGJhayOHLMiXlI45o8/DU.6"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2x$05$/OK.fbVrR/bpIqNJ5ianF.CE5elHaaO4EbggVDjb8P19RukzXSM3e",
                "$2x$05$6bNw2HLQYeqHYyBfLMsv/OiwqTymGIGzFsA4hOTWebfehXHNprcAS",
                "$2a$03$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2a$32$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2a$00$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2c$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2z$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2`$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2{$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeWx",
                "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOe=",
                "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOe\u0120",
                "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOe",
                "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW ",
                "*0",
                ""
            })
    void whatIsNoneOfTheThreeIsNotRead(String text) {
        assertThat(BcryptHash.parse(text)).isEmpty();
        assertThat(BcryptHash.parse(null)).isEmpty();
    }

    @Test
    void whatIsMadeIsReadAgain() {
        for (int i = 0; i < 20; i++) {
            BcryptKey key = BcryptKey.plain(PasswordBytes.of("secret " + i));
            String text = BcryptHash.of(key, new Cost(4)).text();
            assertThat(text).startsWith("$2b$04$").hasSize(60);
            BcryptHash read = BcryptHash.parse(text).orElseThrow();
            assertThat(read.text()).isEqualTo(text);
            assertThat(read.matches(key)).isTrue();
        }
    }

    private static boolean matches(String latin1, String hash) {
        byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
        return BcryptHash.parse(hash).orElseThrow().matches(BcryptKey.ofBytes(bytes));
    }
}

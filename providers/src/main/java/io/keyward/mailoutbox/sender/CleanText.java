package io.keyward.mailoutbox.sender;

import io.keyward.mailoutbox.MailContent;

/**
 * Makes text fit for a mail, whatever templates and names brought into it: nothing in it may end a header, and nothing in it
 * may keep the mail from being written later, when nobody is there to be told.
 */
final class CleanText {

    /** What mail programs show is far less; a line of a header that is folded may be longer. */
    static final int LONGEST_SUBJECT = 500;

    private static final int REPLACEMENT = 0xFFFD;

    private CleanText() {}

    static MailContent content(String subject, String text, String html) {
        return new MailContent(subject(subject), body(text), body(html));
    }

    /** One line, without control characters, cut with an ellipsis. */
    static String subject(String subject) {
        if (subject == null) {
            return "";
        }
        StringBuilder line = new StringBuilder();
        subject.codePoints()
                .limit(LONGEST_SUBJECT + 1L)
                .map(point -> Character.isISOControl(point) || separator(point) ? ' ' : whole(point))
                .forEach(line::appendCodePoint);
        if (line.codePointCount(0, line.length()) > LONGEST_SUBJECT) {
            line.setLength(line.offsetByCodePoints(0, LONGEST_SUBJECT - 1));
            line.append('…');
        }
        return line.toString().strip();
    }

    /** Without control characters but line ends and tabs. */
    static String body(String body) {
        if (body == null) {
            return null;
        }
        StringBuilder text = new StringBuilder(body.length());
        body.codePoints()
                .filter(point -> point == '\n' || point == '\r' || point == '\t' || !Character.isISOControl(point))
                .map(CleanText::whole)
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    private static boolean separator(int point) {
        int type = Character.getType(point);
        return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** Half of a surrogate pair is no character and has no form in UTF-8. */
    private static int whole(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? REPLACEMENT : point;
    }
}

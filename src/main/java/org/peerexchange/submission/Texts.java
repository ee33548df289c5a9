package org.peerexchange.submission;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads texts: cleaned of what nobody typed, composed (NFC), trimmed; and checks their length and form. */
final class Texts {

    static final int LONGEST = 4000;

    /** Cleaning and composing costs time, so a text beyond this is only measured. */
    private static final int NOT_EVEN_READ = 400_000;

    // The same as in form-js, so that page and server agree.
    private static final Pattern EMAIL =
            Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
                    + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");
    private static final String SPACES = "\\s\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";
    private static final Pattern PHONE = Pattern.compile("(\\+|00)[1-9]\\d{5,24}");

    private Texts() {}

    static Reading read(Component field, Object posted) {
        if (posted == null) {
            return Reading.of("");
        }
        if (!(posted instanceof String text)) {
            return Reading.problem("text.unreadable");
        }
        if (text.length() > NOT_EVEN_READ) {
            return Reading.problem("text.enormous", text.length());
        }
        return Reading.of(clean(text, field.kind() == Kind.TEXTAREA));
    }

    static Problem check(Component field, String text, Limits limits) {
        BigDecimal given = limits.number("maxLength");
        BigDecimal max = given == null ? BigDecimal.valueOf(LONGEST) : given;
        BigDecimal length = BigDecimal.valueOf(text.length());
        if (length.compareTo(max) > 0) {
            return new Problem("text.long", Numbers.shown(max), text.length());
        }
        BigDecimal min = limits.number("minLength");
        if (min != null && length.compareTo(min) < 0) {
            return new Problem("text.short", Numbers.shown(min), text.length());
        }
        if (limits.pattern() != null && !matches(limits.pattern(), text)) {
            return new Problem("text.pattern").mayBeWordedByForm();
        }
        String type = field.text("validate", "validationType");
        if ("email".equals(type) && !EMAIL.matcher(text).matches()) {
            return new Problem("text.email");
        }
        return "phone".equals(type) && !PHONE.matcher(text).matches() ? new Problem("text.phone") : null;
    }

    private static boolean matches(String pattern, String text) {
        try {
            return Pattern.compile(asInBrowser(pattern))
                    .matcher(new Patience(text))
                    .find();
        } catch (PatternSyntaxException | Patience.Lost | StackOverflowError e) {
            return false;
        }
    }

    /** Java's {@code \\s} is ASCII only, that of a browser also a no-break space; inside and outside of brackets. */
    private static String asInBrowser(String pattern) {
        StringBuilder java = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char one = pattern.charAt(i);
            boolean escaped = one == '\\' && i + 1 < pattern.length();
            if (escaped) {
                char what = pattern.charAt(++i);
                java.append(
                        what == 's'
                                ? inClass ? SPACES : "[" + SPACES + "]"
                                : what == 'S' && !inClass ? "[^" + SPACES + "]" : "\\" + what);
            } else {
                inClass = one == '[' || inClass && one != ']';
                java.append(one);
            }
        }
        return java.toString();
    }

    /** Without control characters and broken surrogates; line ends as {@code \n}, or spaces where one line is asked. */
    static String clean(String text, boolean lines) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(one -> {
            if (one == '\n' || one == '\r' || one == '\u2028' || one == '\u2029' || one == '\u0085') {
                clean.append(lines ? '\n' : ' ');
            } else if (one == '\t') {
                clean.append(lines ? '\t' : ' ');
            } else if (!Character.isISOControl(one) && Character.getType(one) != Character.SURROGATE) {
                clean.appendCodePoint(one);
            }
        });
        String composed = Normalizer.normalize(clean, Normalizer.Form.NFC);
        return composed.codePoints().allMatch(Texts::isInvisible) ? "" : trim(composed);
    }

    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(int one) {
        return Character.isWhitespace(one) || Character.isSpaceChar(one) || one == '\u200B' || one == '\uFEFF';
    }

    private static boolean isInvisible(int one) {
        return isBlank(one) || Character.getType(one) == Character.FORMAT;
    }

    /** A text that a pattern may look at only so often: some patterns would look for years. */
    private record Patience(CharSequence text, int[] left) implements CharSequence {

        Patience(CharSequence text) {
            this(text, new int[] {2_000_000});
        }

        @Override
        public char charAt(int index) {
            if (left[0]-- <= 0) {
                throw new Lost();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Patience(text.subSequence(start, end), left);
        }

        @Override
        public String toString() {
            return text.toString();
        }

        private static final class Lost extends RuntimeException {}
    }
}

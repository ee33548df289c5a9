package org.peerexchange.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * The few signs that a body may hold beside its words: an empty line between paragraphs, lines that begin with "- ", and
 * {@code [button: What it does]} for the personal link and {@code [offer: message: What it does]} for what the reader may start
 * unasked. Addresses in the text are left as they are: some of its words were
 * typed by participants, and the only links in a mail are those we made.
 */
final class Markup {

    static final Pattern BUTTON = Pattern.compile("\\[button: ([^\\[\\]]+)\\]");
    static final Pattern OFFER = Pattern.compile("\\[offer: (\\w+): ([^\\[\\]]+)\\]");

    private static final String PARAGRAPH = "<p style=\"margin:0 0 16px\">";
    private static final String LIST = "<ul style=\"margin:0 0 16px;padding-left:24px\">";
    private static final String BUTTON_STYLE =
            "display:inline-block;padding:12px 20px;background:#1f4e79;color:#ffffff;border-radius:4px;font-weight:bold;text-decoration:none";

    private Markup() {}

    static String plain(String body, Links links) {
        var plain = new StringBuilder();
        for (var block : blocks(body)) {
            if (!plain.isEmpty()) {
                plain.append("\n\n");
            }
            var button = BUTTON.matcher(block);
            var offer = OFFER.matcher(block);
            if (button.matches()) {
                plain.append(button.group(1)).append(":\n").append(links.button());
            } else if (offer.matches()) {
                plain.append(offer.group(2)).append(":\n").append(links.offers().get(offer.group(1)));
            } else {
                plain.append(said(block).replace(Paths.BREAK, '\n'));
            }
        }
        return plain.toString();
    }

    static String html(String body, Links links) {
        var html = new StringBuilder();
        for (var block : blocks(body)) {
            var button = BUTTON.matcher(block);
            if (button.matches()) {
                html.append("<p style=\"margin:24px 0\"><a href=\"%s\" style=\"%s\">%s</a></p>\n"
                        .formatted(escaped(links.button()), BUTTON_STYLE, escaped(button.group(1))));
                continue;
            }
            var offer = OFFER.matcher(block);
            if (offer.matches()) {
                html.append("<p style=\"margin:0 0 16px\"><a href=\"%s\">%s</a></p>\n"
                        .formatted(escaped(links.offers().get(offer.group(1))), escaped(offer.group(2))));
                continue;
            }
            String open = null;
            for (var line : block.split("\n")) {
                var kind = line.startsWith("- ") ? LIST : PARAGRAPH;
                if (!kind.equals(open)) {
                    html.append(end(open)).append(kind);
                } else if (kind.equals(PARAGRAPH)) {
                    html.append("<br>\n");
                }
                open = kind;
                html.append(kind.equals(LIST) ? "<li>" + escaped(line.substring(2)) + "</li>" : escaped(line));
            }
            html.append(end(open));
        }
        return html.toString();
    }

    private static String end(String open) {
        return open == null ? "" : open.equals(LIST) ? "</ul>\n" : "</p>\n";
    }

    private static List<String> blocks(String body) {
        var blocks = new ArrayList<String>();
        var open = new StringJoiner("\n");
        for (var line : body.split("\n")) {
            var button = BUTTON.matcher(line).matches() || OFFER.matcher(line).matches();
            if ((line.isBlank() || button) && open.length() > 0) {
                blocks.add(open.toString());
                open = new StringJoiner("\n");
            }
            if (button) {
                blocks.add(line);
            } else if (!line.isBlank()) {
                open.add(line.strip());
            }
        }
        if (open.length() > 0) {
            blocks.add(open.toString());
        }
        return blocks;
    }

    /** Without what only kept a value from being taken for a sign. */
    private static String said(String text) {
        return text.replace(String.valueOf(Paths.TYPED), "");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(said(text), "UTF-8").replace(String.valueOf(Paths.BREAK), "<br>\n");
    }
}

package org.peerexchange.impact;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

/**
 * A report's wikitext as blocks that a page shows. It knows what our drafts are made of: headings, paragraphs, lists, tables,
 * quotes, galleries, links, bold and italics. Anything else stays visible as it was written.
 */
final class ReportText {

    private static final Pattern HEADING = Pattern.compile("(={2,4})\\s*(.+?)\\s*\\1\\s*");
    private static final Pattern QUOTE = Pattern.compile("<blockquote>(.*)</blockquote>");
    private static final Pattern MARKS =
            Pattern.compile("\\[\\[:?(?<page>[^\\[\\]|]+)(?:\\|(?<label>[^\\[\\]]*))?\\]\\]"
                    + "|\\[(?<address>https?://[^\\s\\[\\]]+)(?:\\s+(?<text>[^\\[\\]]*))?\\]"
                    + "|'''(?<bold>.+?)'''|''(?<italic>.+?)''");
    private static final Pattern COMMONS = Pattern.compile("(?:commons|c):(.+)");

    /**
     * A piece of a line.
     *
     * @param kind {@code text}, {@code bold}, {@code italic} or {@code link}
     * @param href where a link leads; else null
     */
    record Piece(String kind, String text, String href) {}

    /**
     * A block of the page.
     *
     * @param kind {@code h2} to {@code h4}, {@code paragraph}, {@code quote}, {@code list}, {@code numbers}, {@code table}
     * @param lines one for a heading, paragraph or quote; one for each item of a list
     * @param head the table's header cells
     * @param rows the table's rows of cells
     */
    record Block(String kind, List<List<Piece>> lines, List<List<Piece>> head, List<List<List<Piece>>> rows) {

        private static Block of(String kind, List<List<Piece>> lines) {
            return new Block(kind, lines, List.of(), List.of());
        }
    }

    private final List<String> lines;
    private final List<Block> blocks = new ArrayList<>();
    private int at;

    private ReportText(String wikitext) {
        this.lines = wikitext.lines().toList();
    }

    static List<Block> read(String wikitext) {
        ReportText text = new ReportText(wikitext);
        while (text.at < text.lines.size()) {
            text.block();
        }
        return text.blocks;
    }

    private void block() {
        String line = lines.get(at);
        Matcher heading = HEADING.matcher(line);
        Matcher quote = QUOTE.matcher(line);
        if (line.isBlank()) {
            at++;
        } else if (heading.matches()) {
            at++;
            add("h" + heading.group(1).length(), List.of(pieces(heading.group(2))));
        } else if (quote.matches()) {
            at++;
            add("quote", List.of(pieces(quote.group(1))));
        } else if (line.startsWith("{|")) {
            table();
        } else if (line.strip().equals("<gallery>")) {
            gallery();
        } else if (line.startsWith("*")) {
            list("list", "*");
        } else if (line.startsWith("#")) {
            list("numbers", "#");
        } else {
            at++;
            add("paragraph", List.of(pieces(line)));
        }
    }

    private void add(String kind, List<List<Piece>> content) {
        blocks.add(Block.of(kind, content));
    }

    private void list(String kind, String mark) {
        List<List<Piece>> items = new ArrayList<>();
        for (; at < lines.size() && lines.get(at).startsWith(mark); at++) {
            items.add(pieces(lines.get(at).substring(1).strip()));
        }
        add(kind, items);
    }

    private void gallery() {
        List<List<Piece>> files = new ArrayList<>();
        for (at++; at < lines.size() && !lines.get(at).strip().equals("</gallery>"); at++) {
            String[] file = lines.get(at).strip().split("\\|", 2);
            if (!file[0].isEmpty()) {
                files.add(List.of(link("commons:" + file[0], file.length == 2 ? file[1] : file[0])));
            }
        }
        at++;
        add("list", files);
    }

    private void table() {
        List<List<Piece>> head = new ArrayList<>();
        List<List<List<Piece>>> rows = new ArrayList<>();
        for (at++; at < lines.size() && !lines.get(at).startsWith("|}"); at++) {
            String line = lines.get(at);
            if (line.startsWith("|-")) {
                rows.add(new ArrayList<>());
            } else if (line.startsWith("!")) {
                cells(line.substring(1), "!!").forEach(head::add);
            } else if (line.startsWith("|")) {
                if (rows.isEmpty()) {
                    rows.add(new ArrayList<>());
                }
                rows.get(rows.size() - 1).addAll(cells(line.substring(1), "\\|\\|"));
            }
        }
        at++;
        rows.removeIf(List::isEmpty);
        blocks.add(new Block("table", List.of(), head, rows));
    }

    private static List<List<Piece>> cells(String line, String between) {
        return List.of(line.split(between, -1)).stream()
                .map(cell -> pieces(cell.strip()))
                .toList();
    }

    private static List<Piece> pieces(String line) {
        List<Piece> pieces = new ArrayList<>();
        Matcher mark = MARKS.matcher(line);
        int from = 0;
        while (mark.find()) {
            text(pieces, "text", line.substring(from, mark.start()));
            if (mark.group("page") != null) {
                pieces.add(link(mark.group("page"), mark.group("label")));
            } else if (mark.group("address") != null) {
                String label = mark.group("text") == null ? mark.group("address") : mark.group("text");
                pieces.add(new Piece("link", HtmlUtils.htmlUnescape(label), mark.group("address")));
            } else if (mark.group("bold") != null) {
                text(pieces, "bold", mark.group("bold"));
            } else {
                text(pieces, "italic", mark.group("italic"));
            }
            from = mark.end();
        }
        text(pieces, "text", line.substring(from));
        return pieces;
    }

    private static void text(List<Piece> pieces, String kind, String words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, HtmlUtils.htmlUnescape(words), null));
        }
    }

    private static Piece link(String page, String label) {
        Matcher commons = COMMONS.matcher(page);
        String site = commons.matches() ? "https://commons.wikimedia.org/wiki/" : "https://meta.wikimedia.org/wiki/";
        String title = (commons.matches() ? commons.group(1) : page).strip();
        return new Piece(
                "link",
                HtmlUtils.htmlUnescape(label == null || label.isBlank() ? title : label),
                site + UriUtils.encodePath(title.replace(' ', '_'), StandardCharsets.UTF_8));
    }
}

package org.peerexchange.impact;

import java.util.List;

/**
 * What a programme has its report drafted from.
 *
 * @param text name of the text: its first line is the summary, the rest the report as wikitext
 * @param agreed the states of a pair that came about
 * @param table the table that says what the report tells of each case; null for none
 * @param deadline the deadline of a case that the table compares with; null for none
 */
public record Recipe(String text, List<String> agreed, String table, String deadline) {}

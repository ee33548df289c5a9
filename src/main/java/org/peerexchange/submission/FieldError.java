package org.peerexchange.submission;

/**
 * What is wrong with one answer.
 *
 * @param field the field's full key, with its row where there are rows, counted from 0: {@code days[0].date}; empty when
 *     the form cannot be taken whatever is answered
 * @param label what people read beside the field
 * @param message a sentence for the person who filled in the form. It may quote what they sent: escape it as any text.
 */
public record FieldError(String field, String label, String message) {}

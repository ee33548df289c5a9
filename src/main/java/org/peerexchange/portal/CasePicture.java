package org.peerexchange.portal;

import java.util.List;
import java.util.Map;
import org.peerexchange.submission.Answers;

/**
 * The way of a case as a picture, and in words.
 *
 * @param number of the case
 * @param state how the case stands, or ended, in words
 * @param trails where exactly it is, from the whole way to its smallest part
 * @param shown the way that the picture shows; null where there is none
 */
record CasePicture(
        String number,
        String programme,
        String colour,
        String contact,
        boolean ended,
        String state,
        List<Trail> trails,
        Shown shown) {

    /** @param way id of the way that begins with it; null where none does */
    record Step(String name, String way) {}

    /**
     * @param ways each a part of the one before it
     * @param steps where the case is in the last of them
     */
    record Trail(List<Step> ways, List<String> steps) {}

    /**
     * @param around the ways that it is a part of, the whole first
     * @param here where the case is in it, the smallest parts included
     * @param passed what the case has been through in it
     */
    record Shown(String name, boolean ended, List<Step> around, List<Step> here, List<Step> passed, Drawing drawing) {}

    /**
     * What a browser draws.
     *
     * @param xml see {@link ModelDrawing}
     * @param here ids of the elements where the case is
     * @param passed ids of those that it has been through
     * @param ways ids of the ways that begin with an element, by id of the element
     */
    record Drawing(String xml, List<String> here, List<String> passed, Map<String, String> ways) {

        /** JSON that can stand in a script element: no text in it can close the element or open another. */
        public String json() {
            return Answers.toJson(this).replace("<", "\\u003c").replace(">", "\\u003e");
        }
    }
}

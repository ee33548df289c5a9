package org.peerexchange.programme;

import java.util.Map;

/** Knows what participants and the public read of a programme, for those who translate it. */
public interface WordsToTranslate {

    /**
     * The English sentences of a folder's files.
     *
     * @param folder key of the programme, or {@link ProgrammeFiles#SHARED}
     * @return the file where each stands first, by sentence in the order of the files
     */
    Map<String, String> in(ModelFiles files, String folder);
}

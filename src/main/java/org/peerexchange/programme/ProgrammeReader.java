package org.peerexchange.programme;

/** Keeps something of what is in a programme's files: reads the built-in ones by itself, and others when they are installed. */
public interface ProgrammeReader {

    /** Takes over what is in these files, in place of what it had of the same programme. */
    void read(ProgrammeFiles files);
}

package org.peerexchange.programme;

import java.util.List;

/** What became of each programme at the start. */
public interface InstalledProgrammes {

    List<Installed> all();
}

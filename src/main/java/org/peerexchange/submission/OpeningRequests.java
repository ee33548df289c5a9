package org.peerexchange.submission;

import java.util.Map;
import org.peerexchange.programme.Case;

/** Opens the case of somebody who asks for help, whether they do it themselves or a member of staff does it for them. */
public interface OpeningRequests {

    /**
     * Opens a request, with the person who asks on its side {@code applicant}.
     *
     * @param answers accepted answers of the programme's form for it
     */
    Case open(String programme, Map<String, Object> answers);
}

package org.peerexchange.application;

import java.util.Map;

/** What the processes must be told about applications and requests. */
public interface ApplicationLifecycle {

    /**
     * A community has applied.
     *
     * @param process id of the process that handles the application
     * @param decisions the answers that the process may read
     */
    void applied(String caseNumber, String process, Map<String, Object> decisions);

    /**
     * Somebody asks for help.
     *
     * @param message name of the message that starts the process which handles the request
     * @param decisions the answers that the process may read
     */
    void askedForHelp(String caseNumber, String message, Map<String, Object> decisions);
}

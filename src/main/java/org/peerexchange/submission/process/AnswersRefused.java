package org.peerexchange.submission.process;

import jakarta.ws.rs.BadRequestException;
import org.peerexchange.submission.RefusedAnswers;

/**
 * Refused answers as Tasklist understands them: a bad request with the sentences. It is none of the engine's exceptions, which
 * Tasklist shows behind the id of the task, and logs.
 */
class AnswersRefused extends BadRequestException {

    AnswersRefused(RefusedAnswers refused) {
        super(refused.getMessage(), refused);
    }
}

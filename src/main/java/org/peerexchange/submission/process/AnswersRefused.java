package org.peerexchange.submission.process;

import org.camunda.bpm.engine.BadUserRequestException;
import org.peerexchange.submission.RefusedAnswers;

/** Refused answers as Tasklist understands them: a bad request with the sentences. */
class AnswersRefused extends BadUserRequestException {

    AnswersRefused(RefusedAnswers refused) {
        super(refused.getMessage(), refused);
    }
}

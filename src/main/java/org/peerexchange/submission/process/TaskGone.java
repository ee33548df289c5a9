package org.peerexchange.submission.process;

import jakarta.ws.rs.BadRequestException;

/** The task that somebody completes is no longer open: somebody else was faster, or the process went on without it. */
class TaskGone extends BadRequestException {

    TaskGone() {
        super(
                "Somebody else was faster: this task has already been completed or is no longer needed. Nothing was saved.");
    }
}

package org.peerexchange.programme.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.programme.RecordingCommunities;
import org.springframework.stereotype.Component;

/** In: {@code document} (id of a staff form about the applicant's community). */
@Component("recordCommunity")
class RecordCommunity implements JavaDelegate {

    private final RecordingCommunities recording;

    RecordCommunity(RecordingCommunities recording) {
        this.recording = recording;
    }

    @Override
    public void execute(DelegateExecution execution) {
        recording.record(execution.getProcessBusinessKey(), (String) execution.getVariable("document"));
    }
}

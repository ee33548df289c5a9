package org.peerexchange.programme.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.peerexchange.programme.RecordingCommunities;
import org.peerexchange.programme.Step;
import org.springframework.stereotype.Component;

@Step(
        name = "Record what was found out about a community",
        does =
                "Keeps what staff answered in a form about the applicant's community: the community itself, and dated facts about it as programme.yaml names them. They are there in the next cycle too.",
        topic = Step.Topic.CASES,
        in =
                @Step.In(
                        name = "document",
                        is = "the form that staff answered",
                        kind = Step.Kind.FORM,
                        example = "record-facts"),
        troubles = @Step.Trouble(when = "Nobody has sent the form yet"),
        example = "Record the facts")
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

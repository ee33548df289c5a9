package org.peerexchange.impact.process;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.Test;
import org.peerexchange.impact.Publishing;

class PublishReportTests {

    private final Publishing publishing = mock(Publishing.class);

    @Test
    void whatIsPublishedIsWhatTheStepItselfIsTold() {
        DelegateExecution step = mock(DelegateExecution.class);
        when(step.getProcessBusinessKey()).thenReturn("CY-2027");
        when(step.getVariable("document")).thenReturn("what an earlier step was told");
        when(step.getVariableLocal("document")).thenReturn("edit-impact-report");

        new PublishReport(publishing).execute(step);

        verify(publishing).publish("CY-2027", "edit-impact-report", "Report");
    }
}

package org.peerexchange.submission.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerexchange.PeerExchangeTest;
import org.peerexchange.RunningCycle;
import org.peerexchange.Scenario;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever may work on a task decides by its form; the engine's other ways are closed, also to Tasklist's own addresses. */
@PeerExchangeTest
class FormsOnlyTests {

    @Autowired
    private Scenario scenario;

    @Autowired
    private RunningCycle cycle;

    @Autowired
    private TaskService tasks;

    private Task review;

    @BeforeEach
    void anApplicationIsUnderReview() {
        cycle.opens();
        cycle.takesApplications();
        review = scenario.task(
                cycle.applies("mentee", cycle.knownCommunity("Examplia", "user-group", 1), Map.of()),
                "userTask_reviewAsWorkingGroup");
    }

    @Test
    void noVariableCanBeSetOrTakenAwayThroughATask() {
        Map<String, Object> forged = Map.of("hubRecommendation", "accept");
        List<String> names = List.of("hubRecommendation");
        TaskServiceImpl service = (TaskServiceImpl) tasks;
        Stream.<ThrowingCallable>of(
                        () -> tasks.setVariable(review.getId(), "hubRecommendation", "accept"),
                        () -> tasks.setVariables(review.getId(), forged),
                        () -> tasks.setVariableLocal(review.getId(), "hubRecommendation", "accept"),
                        () -> tasks.removeVariable(review.getId(), "hubRecommendation"),
                        () -> tasks.removeVariables(review.getId(), names),
                        () -> service.updateVariables(review.getId(), forged, names),
                        () -> service.updateVariablesLocal(review.getId(), forged, names))
                .forEach(way -> assertThatThrownBy(way)
                        .isInstanceOf(BadUserRequestException.class)
                        .hasMessageContaining("form"));
    }

    @Test
    void noTaskIsLeftByAnErrorAnEscalationOrByResolvingIt() {
        assertThatThrownBy(() -> tasks.handleBpmnError(review.getId(), "any")).hasMessageContaining("form");
        assertThatThrownBy(() -> tasks.handleEscalation(review.getId(), "any")).hasMessageContaining("form");
        assertThatThrownBy(() -> tasks.resolveTask(review.getId(), Map.of("x", 1)))
                .hasMessageContaining("form");
        assertThat(tasks.createTaskQuery().taskId(review.getId()).count()).isEqualTo(1);
    }
}

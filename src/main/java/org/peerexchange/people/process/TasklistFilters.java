package org.peerexchange.people.process;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.peerexchange.people.Groups;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The views of Tasklist that staff begin with. Each is made once in the life of a database and belongs to staff from
 * then on: renamed, changed or deleted ones are left as they are. Groups of programmes that are added later see those
 * that still have their names.
 */
@Component
class TasklistFilters {

    private static final String MADE = "peerexchange.filters";

    private final Groups groups;
    private final FilterService filters;
    private final TaskService tasks;
    private final ManagementService management;
    private final Grants grants;

    TasklistFilters(
            Groups groups,
            FilterService filters,
            TaskService tasks,
            ManagementService management,
            AuthorizationService authorizations) {
        this.groups = groups;
        this.filters = filters;
        this.tasks = tasks;
        this.management = management;
        this.grants = new Grants(authorizations);
    }

    private List<View> views() {
        return List.of(
                new View(
                        "mine",
                        "Mine",
                        "Tasks that I have taken",
                        "#3366cc",
                        10,
                        false,
                        query().taskAssigneeExpression("${currentUser()}")),
                new View(
                        "my-groups",
                        "My groups",
                        "Tasks that somebody of my groups should take",
                        "#14866d",
                        20,
                        false,
                        query().taskCandidateGroupInExpression("${currentUserGroups()}")),
                new View(
                        "overdue",
                        "Overdue",
                        "Tasks whose date has passed",
                        "#b32424",
                        30,
                        false,
                        query().dueBeforeExpression("${now()}")),
                new View(
                        "due-this-week",
                        "Due this week",
                        "Tasks due within seven days",
                        "#ac6600",
                        40,
                        false,
                        query().dueAfterExpression("${now()}").dueBeforeExpression("${dateTime().plusDays(7)}")),
                new View(
                        "waiting-on-participants",
                        "Waiting on participants",
                        "What participants have been asked to do",
                        "#72777d",
                        50,
                        true,
                        query().processDefinitionKey("ask-participant")));
    }

    private TaskQuery query() {
        return tasks.createTaskQuery().active();
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(10)
    void make() {
        Set<String> made = new HashSet<>(
                Arrays.asList(management.getProperties().getOrDefault(MADE, "").split(",")));
        for (View view : views()) {
            if (made.add(view.id())) {
                save(view);
            }
            filters.createFilterQuery().filterName(view.name()).list().forEach(filter -> show(view, filter));
        }
        made.remove("");
        management.setProperty(MADE, String.join(",", new TreeSet<>(made)));
    }

    private void save(View view) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("description", view.description());
        properties.put("priority", view.priority());
        properties.put("color", view.colour());
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", List.of(Map.of("name", "caseNumber", "label", "Case")));
        Filter filter = filters.newTaskFilter(view.name());
        filter.setQuery(view.query().orderByDueDate().asc());
        filter.setProperties(properties);
        filters.saveFilter(filter);
    }

    private void show(View view, Filter filter) {
        groups.groups().forEach((id, group) -> {
            if (group.hub()) {
                grants.give(id, Resources.FILTER, filter.getId(), Permissions.READ, Permissions.UPDATE);
            } else if (!view.hubOnly()) {
                grants.give(id, Resources.FILTER, filter.getId(), Permissions.READ);
            }
        });
    }

    private record View(
            String id,
            String name,
            String description,
            String colour,
            int priority,
            boolean hubOnly,
            TaskQuery query) {}
}

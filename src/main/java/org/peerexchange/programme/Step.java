package org.peerexchange.programme;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a step is to whoever draws a model with it: its entry in the {@link Catalogue}, written where the step is. A model names
 * it by the name of its bean.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Step {

    /** What models or readers know it by; if empty, the name of its bean. */
    String id() default "";

    /** The step in plain words, verb and object: what a task that does it could be called. */
    String name();

    /** One or two sentences. */
    String does();

    /** The element of a model it goes on. */
    Element on() default Element.SERVICE_TASK;

    Topic topic();

    In[] in() default {};

    Out[] out() default {};

    Trouble[] troubles() default {};

    /** What a task with the example's inputs is called in a model. */
    String example();

    /** Whether only the processes in {@code processes/shared} use it; programmes are not offered it. */
    boolean internal() default false;

    /** Whether what it makes of a text is read by staff alone, such as a draft: the text needs no other language. */
    boolean forStaff() default false;

    /** What a step is told. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({})
    @interface In {

        String name();

        /** What it is, as a phrase or a sentence. */
        String is();

        Kind kind();

        boolean optional() default false;

        /** The only values there are; empty when there are more than can be told. */
        String[] options() default {};

        /** A value that it could have. */
        String example();

        /** Whether only the processes in {@code processes/shared} say it. */
        boolean internal() default false;
    }

    /** A variable that a step writes. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({})
    @interface Out {

        String name();

        String is();

        /** Whether it is not written where the step is, but in the process that hears the step's message. */
        boolean heard() default false;
    }

    /** What can go wrong. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({})
    @interface Trouble {

        /** In which case, beginning with a capital and without a full stop. */
        String when();

        /** What a person then sees. */
        String then() default INCIDENT;
    }

    /** What is seen of a step that could not do its work, after three attempts. */
    String INCIDENT = "The case waits at this step, and an incident in Cockpit says so to admins.";

    /** The elements of BPMN that steps go on. */
    enum Element {
        SERVICE_TASK("serviceTask", "service task"),
        SEND_TASK("sendTask", "send task"),
        BUSINESS_RULE_TASK("businessRuleTask", "business rule task"),
        CALL_ACTIVITY("callActivity", "call activity"),
        USER_TASK("userTask", "user task"),
        TIMER_EVENT("timerEventDefinition", "timer event");

        private final String tag;
        private final String label;

        Element(String tag, String label) {
            this.tag = tag;
            this.label = label;
        }

        /** Its name in a BPMN file. */
        public String tag() {
            return tag;
        }

        /** What a drawing tool calls it. */
        public String label() {
            return label;
        }

        /** Whether a model names the step, or the process, on it. */
        public boolean isNamed() {
            return isDelegate() || this == CALL_ACTIVITY;
        }

        /** Whether a model names the step on it by {@code camunda:delegateExpression}. */
        public boolean isDelegate() {
            return this == SERVICE_TASK || this == SEND_TASK || this == BUSINESS_RULE_TASK;
        }
    }

    /** What a step is about, in the order in which a programme is thought up. */
    enum Topic {
        ASK("Ask"),
        DECIDE("Decide"),
        WAIT("Wait"),
        MAIL("Mail"),
        STATE("State"),
        CASES("Cases and pairs"),
        MONEY("Money"),
        REPORT("Report");

        private final String label;

        Topic(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What kind of word an input is, and so where it must be known. */
    enum Kind {
        DEADLINE("a name in the table of deadlines"),
        LADDER("a kind in the table of reminder ladders"),
        TEXT("a mail text: the name of a file in texts, without its ending"),
        FORM("the id of a form"),
        TABLE("the id of a decision table"),
        STATE("a state from programme.yaml"),
        STATES("states from programme.yaml, separated by commas"),
        CASE_KIND("a kind of case, as under numbers in programme.yaml"),
        SIDE("a side of the case"),
        SIDES("sides of the case, separated by commas"),
        RECIPIENT("who gets a mail"),
        OCCASION("an occasion from programme.yaml"),
        GROUP("a group of staff"),
        PROCESS("the id of a process"),
        MESSAGE("the name of a message that a model waits for"),
        FIELD("the key of a field"),
        FIELDS("keys of fields, separated by commas"),
        SENTENCE("a sentence for people"),
        DATE("a date, as an expression"),
        VARIABLE("a variable that an earlier step wrote"),
        CHOICE("one of a few words"),
        REFERENCE("what a link leads to");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}

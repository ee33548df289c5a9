package org.peerexchange.portal;

import java.util.List;
import java.util.Set;

/** The models that cases go by, and where in them the cases are. */
public interface Ways {

    /**
     * A model that a case goes by or has gone by, in the version that it goes by. The ways of a case are those of its programme, and
     * what they call, without the asking itself: what is asked has its place in the way that asks it.
     *
     * @param model which version of which model it is, by an id
     * @param within the way that this one is a part of, by its id; null for one that is no part of another
     * @param onlyFor the sides that may look at it, by the custom property {@code pictureFor} of the process; empty for every side
     */
    record Way(String id, String name, String model, String within, boolean ended, Set<String> onlyFor) {}

    /**
     * A place in a model.
     *
     * @param element id of the element
     * @param name what happens there, in words; null where a person can do nothing with it, such as where flows meet
     * @param leadsTo id of the way or the request that was begun here; null where there is none
     */
    record Place(String element, String name, String leadsTo) {}

    /**
     * How far a case has come on one of its ways.
     *
     * @param here where it is now; nowhere once the way has ended
     * @param passed what it has been through, in that order; what was left by an exception is not in it
     */
    record Course(List<Place> here, List<Place> passed) {}

    /** The ways of a case, those begun first come first. */
    List<Way> of(String caseNumber);

    /** How far it has come. */
    Course course(Way way);

    /** The model as BPMN 2.0 XML, with everything that the programme has written into it. */
    String model(Way way);
}

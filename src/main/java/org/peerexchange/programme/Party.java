package org.peerexchange.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** Who takes part in a case on one side: a person, for a community, from an application. */
@Entity
@Table(name = "parties")
@IdClass(Party.Key.class)
public class Party {

    /** A case has one party per side. */
    public record Key(String caseNumber, String side) implements Serializable {}

    @Id
    @Column(name = "case_number")
    private String caseNumber;

    @Id
    private String side;

    @Column(name = "person_id")
    private String personId;

    private String name;

    @Column(name = "community_id")
    private String communityId;

    private String application;

    protected Party() {}

    /** @param name what the person is called here, or null for the name they are known by */
    public Party(String caseNumber, String side, String personId, String name, String communityId, String application) {
        this.caseNumber = caseNumber;
        this.side = side;
        this.personId = personId;
        this.name = name;
        this.communityId = communityId;
        this.application = application;
    }

    /** The same side of the case, taken over by another person. */
    public Party by(String otherPersonId) {
        return new Party(caseNumber, side, otherPersonId, name, communityId, application);
    }

    /** The same side of the case, held by the same person under another name. */
    public Party called(String otherName) {
        return new Party(caseNumber, side, personId, otherName, communityId, application);
    }

    public String caseNumber() {
        return caseNumber;
    }

    public String side() {
        return side;
    }

    public String personId() {
        return personId;
    }

    /** What the person is called in this case, or null for the name they are known by. */
    public String name() {
        return name;
    }

    /** The community's id, or null while the community is not known yet. */
    public String communityId() {
        return communityId;
    }

    /** The number of the application this side came from; null for the application itself. */
    public String application() {
        return application;
    }
}

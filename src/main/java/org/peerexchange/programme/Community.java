package org.peerexchange.programme;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A chapter, user group or informal wiki community: the unit that takes part. */
@Entity
@Table(name = "communities")
public class Community {

    @Id
    private String id;

    private String name;
    private String type;
    private String country;
    private String languages;

    protected Community() {}

    /**
     * @param type {@code chapter}, {@code user-group} or {@code informal}
     * @param country ISO 3166 code
     * @param languages language codes, separated by spaces
     */
    public Community(String id, String name, String type, String country, String languages) {
        this.id = id;
        this.name = name;
        this.type = type;
        this.country = country;
        this.languages = languages;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String type() {
        return type;
    }

    public String country() {
        return country;
    }

    public String languages() {
        return languages;
    }
}

package org.peerexchange.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.ZoneId;
import java.util.Locale;

/** Somebody who speaks for a community. Name and address are private (domain, data). */
@Entity
@Table(name = "persons")
public class Person {

    @Id
    private String id;

    private String name;
    private String email;
    private String username;
    private String locale;

    @Column(name = "time_zone")
    private String timeZone;

    protected Person() {}

    public Person(String id, String name, String email, String username, Locale locale, ZoneId timeZone) {
        this.id = id;
        this.name = name;
        this.email = email;
        this.username = bare(username);
        this.locale = locale.toLanguageTag();
        this.timeZone = timeZone.getId();
    }

    public void correctEmail(String newEmail) {
        email = newEmail;
    }

    /** What the person says about themselves, the address aside: that has to be proven. */
    public void correct(String newName, String newUsername, Locale newLocale, ZoneId newTimeZone) {
        name = newName;
        username = bare(newUsername);
        locale = newLocale.toLanguageTag();
        timeZone = newTimeZone.getId();
    }

    /** The name alone: many write it as the title of their page. */
    private static String bare(String username) {
        return username.replaceFirst("(?i)^\\s*user:\\s*", "");
    }

    /** Their mails come in this language from now on. */
    public void reads(Locale language) {
        locale = language.toLanguageTag();
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    /** Wiki user name, public; may be empty. */
    public String username() {
        return username;
    }

    public Locale locale() {
        return Locale.forLanguageTag(locale);
    }

    public ZoneId timeZone() {
        return ZoneId.of(timeZone);
    }
}

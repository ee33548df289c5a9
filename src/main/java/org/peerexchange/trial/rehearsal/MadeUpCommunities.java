package org.peerexchange.trial.rehearsal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.peerexchange.programme.Communities;
import org.peerexchange.programme.Community;
import org.peerexchange.programme.CommunityFact;
import org.peerexchange.programme.CommunityFacts;
import org.peerexchange.programme.Programme;

/** A community for each participant, and what the hub knows about most of them. */
class MadeUpCommunities {

    private static final int FIT_OF_A_HUNDRED = 80;
    private static final int KNOWN_OF_A_HUNDRED = 92;

    private final Programme programme;
    private final int year;
    private final Communities communities;
    private final CommunityFacts facts;

    MadeUpCommunities(Programme programme, int year, Communities communities, CommunityFacts facts) {
        this.programme = programme;
        this.year = year;
        this.communities = communities;
        this.facts = facts;
    }

    /** What a name is called where only small letters and hyphens go. */
    static String id(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** Whether communities take part in the programme, and not people for themselves only. */
    boolean takePart() {
        return !types().isEmpty();
    }

    private List<Programme.Option> types() {
        return programme.lists().getOrDefault("communityTypes", List.of());
    }

    /** Keeps the community of somebody; none where communities do not take part. */
    void of(String name, Random chance, Instant now) {
        if (!takePart()) {
            return;
        }
        List<Programme.Option> types = types();
        String type = types.get(chance.nextInt(types.size())).value();
        communities.save(new Community(id(name), "Community of " + name, type, "Exampleland", "en"));
        LocalDate since = LocalDate.of(year - 1, 9, 18);
        programme.communityFacts().forEach((kind, how) -> {
            int luck = chance.nextInt(100);
            if (luck < KNOWN_OF_A_HUNDRED) {
                boolean attended = how.type().equals("attendance");
                boolean yes = attended == luck < FIT_OF_A_HUNDRED;
                facts.save(new CommunityFact(
                        id(name),
                        kind,
                        yes ? "yes" : "no",
                        since,
                        attended ? since : null,
                        "Rehearsal",
                        "rehearsal",
                        now));
            }
        });
    }
}

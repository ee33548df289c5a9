package org.peerexchange.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.peerexchange.programme.Case;
import org.peerexchange.programme.FactSource;
import org.peerexchange.programme.Names;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programme.PublicList;
import org.peerexchange.programme.Programme.PublicList.Column;
import org.peerexchange.programme.Programmes;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What everybody may call whoever is on a side: {@code <side>.publicName}, the user name of those who agreed to be on a public list
 * that shows it; the others have none. And {@code sides}, all sides of a case one after the other, for texts that name each.
 */
@Component
@Order(3)
class PublicNames implements FactSource {

    private static final String YES = "yes";

    private final Programmes programmes;

    PublicNames(Programmes programmes) {
        this.programmes = programmes;
    }

    @Override
    public void contribute(Case subject, Map<String, Object> facts) {
        Programme programme = programmes.of(subject.programme());
        List<Map<String, Object>> sides = new ArrayList<>();
        facts.replaceAll((name, fact) -> {
            if (!(fact instanceof Map<?, ?> side && side.containsKey("application"))) {
                return fact;
            }
            Map<String, Object> known = new LinkedHashMap<>();
            side.forEach((key, value) -> known.put((String) key, value));
            known.put("publicName", publicName(known, programme));
            sides.add(known);
            return known;
        });
        facts.put("sides", sides);
    }

    private static Object publicName(Map<String, Object> side, Programme programme) {
        for (Programme.ApplicationKind kind : programme.applications().values()) {
            String document = Names.camelCase(kind.form());
            if (side.get(document) instanceof Map<?, ?> answers
                    && programme.publicLists().stream().anyMatch(list -> agreed(list, side, document))) {
                return answers.get(Column.USER_NAME);
            }
        }
        return null;
    }

    /** A form that asks for the consent again, after the application, has the last word. */
    private static boolean agreed(PublicList list, Map<String, Object> side, String application) {
        boolean shows = list.columns().stream().anyMatch(column -> Column.USER_NAME.equals(column.shows()));
        if (!shows || list.consent() == null) {
            return shows;
        }
        Object said = null;
        for (Map.Entry<String, Object> document : side.entrySet()) {
            if (document.getValue() instanceof Map<?, ?> answers
                    && answers.containsKey(list.consent())
                    && (said == null || !document.getKey().equals(application))) {
                said = answers.get(list.consent());
            }
        }
        return YES.equals(said);
    }
}

package org.peerexchange.submission;

import java.util.Map;
import org.peerexchange.programme.KnownFacts;
import org.peerexchange.programme.Names;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.Programme.PublicList;
import org.peerexchange.programme.Programme.PublicList.Column;
import org.peerexchange.programme.SideFactSource;
import org.springframework.stereotype.Component;

/**
 * What everybody may call whoever is on a side: {@code <side>.publicName}, the user name of those who agreed to be on a public list
 * that shows it; the others have none.
 */
@Component
class PublicNames implements SideFactSource {

    private static final String YES = "yes";

    @Override
    public void contribute(String application, Programme programme, KnownFacts side) {
        side.later("publicName", () -> publicName(side, programme));
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

package org.peerexchange.submission;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.peerexchange.language.Translation;

/** Forms in other languages, read once: reading their expressions takes long. */
final class TranslatedForms {

    private static final int KEPT = 500;

    private static final Map<Key, DeployedForm> READ =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, DeployedForm> eldest) {
                    return size() > KEPT;
                }
            });

    private record Key(DeployedForm form, Translation words) {

        /** A form is one object as long as it is deployed, and a translation until its dictionary is read anew. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.form == form && key.words == words;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(form) + System.identityHashCode(words);
        }
    }

    private TranslatedForms() {}

    static DeployedForm of(DeployedForm form, Translation words) {
        Key key = new Key(form, words);
        DeployedForm known = READ.get(key);
        if (known != null) {
            return known;
        }
        // Outside of the lock of the map: two who read the same at once do it twice, and nobody else waits.
        String json = FormTranslation.of(form.json(), words);
        DeployedForm translated = new DeployedForm(Form.parse(json).in(words), form.version(), json);
        READ.put(key, translated);
        return translated;
    }
}

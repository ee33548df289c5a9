package org.peerexchange.submission;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.peerexchange.programme.KnownFacts;
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

    private final Submissions submissions;

    PublicNames(Submissions submissions) {
        this.submissions = submissions;
    }

    @Override
    public void contribute(String application, Programme programme, KnownFacts side) {
        side.later("publicName", () -> publicName(application, programme));
    }

    private Object publicName(String application, Programme programme) {
        List<PublicList> lists = programme.publicLists().stream()
                .filter(PublicList::saysUserNames)
                .toList();
        List<Submission> sent = lists.isEmpty() ? List.of() : submissions.findByCaseNumberOrderBySentAt(application);
        List<Map<String, Object>> said = sent.stream().map(Submission::answers).toList();
        if (lists.stream().noneMatch(list -> list.isAgreedTo(said))) {
            return null;
        }
        Set<String> forms = programme.applications().values().stream()
                .map(Programme.ApplicationKind::form)
                .collect(Collectors.toSet());
        return sent.stream()
                .filter(one -> forms.contains(one.document()))
                .reduce((earlier, later) -> later)
                .map(applied -> applied.answers().get(Column.USER_NAME))
                .orElse(null);
    }
}

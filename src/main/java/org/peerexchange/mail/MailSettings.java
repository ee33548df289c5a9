package org.peerexchange.mail;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param from the address that mail comes from; answers go to the programme's contact
 * @param claim how long a dispatcher may take over one mail before another one may try; far longer than a send
 * @param backoff the wait after each failed attempt; after the last one the mail is given to staff
 */
@ConfigurationProperties("peerexchange.mail")
record MailSettings(
        @DefaultValue("peer-exchange@localhost") String from,
        @DefaultValue("10m") Duration claim,
        @DefaultValue({"1m", "5m", "15m", "60m", "4h", "12h", "24h"}) List<Duration> backoff) {

    /** What follows the @ in the address that mail comes from; ids of mails and calendar entries end in it. */
    String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }
}

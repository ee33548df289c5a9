package org.peerexchange;

import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Peer Exchange: the engine, the staff's rooms and the participants' pages. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class PeerExchange {

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(PeerExchange.class);
        if (Stream.of(args).anyMatch(argument -> argument.startsWith("--rehearse="))) {
            application.setAdditionalProfiles("rehearsal");
        }
        application.run(args);
    }
}

package org.peerexchange;

import java.util.stream.Stream;
import org.peerexchange.programme.process.CheckProgrammes;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Starts Peer Exchange: the engine, the staff's rooms and the participants' pages. With {@code --check} it only looks at models, with
 * {@code --drafts} only at tables.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class PeerExchange {

    public static void main(String[] args) {
        if (CheckProgrammes.isAsked(args)) {
            // What is found is all there is to read.
            LoggingSystem.get(PeerExchange.class.getClassLoader()).beforeInitialize();
            System.exit(CheckProgrammes.run(System.out, args));
        }
        SpringApplication application = new SpringApplication(PeerExchange.class);
        if (isNamed("--rehearse", args)) {
            application.setAdditionalProfiles("rehearsal");
        } else if (isNamed("--drafts", args)) {
            application.setAdditionalProfiles("drafts");
        }
        application.run(args);
    }

    private static boolean isNamed(String argument, String... args) {
        return Stream.of(args).anyMatch(one -> one.startsWith(argument + "="));
    }
}

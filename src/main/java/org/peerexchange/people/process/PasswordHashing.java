package org.peerexchange.people.process;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Has the engine hash passwords slowly; its own way is one round of SHA-512. And leaves it to our sign-in page to slow
 * down guessing: the engine would lock the account itself, which lets anybody lock staff out.
 */
@Component
class PasswordHashing extends AbstractProcessEnginePlugin {

    private final PasswordEncoder encoder;

    PasswordHashing(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setPasswordEncryptor(new SlowHash(encoder));
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
        engine.setLoginDelayBase(0);
    }

    @Configuration(proxyBeanMethods = false)
    static class Slowly {

        @Bean
        PasswordEncoder passwordEncoder() {
            return new BCryptPasswordEncoder();
        }
    }

    private record SlowHash(PasswordEncoder encoder) implements PasswordEncryptor {

        @Override
        public String encrypt(String password) {
            return encoder.encode(shortened(password));
        }

        @Override
        public boolean check(String password, String encrypted) {
            return encoder.matches(shortened(password), encrypted);
        }

        /** Bcrypt takes 72 bytes, and the engine adds a salt of its own behind passwords of any length. */
        private static String shortened(String password) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
                return Base64.getEncoder().encodeToString(hash);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String hashAlgorithmName() {
            return "bcrypt";
        }
    }
}

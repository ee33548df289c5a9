package org.peerexchange.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.peerexchange.trial.process.EngineTime;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.stereotype.Component;

/**
 * What must be settled before the first part of the application is built: the moved clock (the engine may look at it as
 * soon as it exists), the port of the mail server, and the administrator, whose absence would stop the start.
 */
@Component
@Profile("trial")
class TrialStart implements BeanFactoryPostProcessor, EnvironmentAware {

    private ConfigurableEnvironment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = (ConfigurableEnvironment) environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Path data = Path.of(environment.getRequiredProperty("peerexchange.trial.data"));
        EngineTime.move(new MovedClock(data).offset());
        TrialAccount admin = new TrialAccounts(data).admin();
        int port = environment.getProperty("peerexchange.trial.mail-port", Integer.class, 0);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "trial",
                        Map.of(
                                "peerexchange.admin.user", admin.id(),
                                "peerexchange.admin.password", admin.password(),
                                "spring.mail.port", port == 0 ? freePort() : port)));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

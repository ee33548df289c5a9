package org.peerexchange.trial;

import org.peerexchange.people.PublicPath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;

/** The trial mode's pages lie in a folder of their own, which the packaged jar leaves out. */
@Configuration(proxyBeanMethods = false)
@Profile("trial")
class TrialPages {

    /** In trial mode anybody at this machine may read the mails: they are how participants come in. */
    @Bean
    PublicPath trialMails() {
        return new PublicPath("/trial/mails/**");
    }

    @Bean
    SpringResourceTemplateResolver trialTemplates() {
        SpringResourceTemplateResolver resolver = new SpringResourceTemplateResolver();
        resolver.setPrefix("classpath:/trial/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        resolver.setOrder(1);
        resolver.setCheckExistence(true);
        return resolver;
    }
}

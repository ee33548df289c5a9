package org.peerexchange.people.process;

import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whoever has signed in at our page is signed in to Tasklist, Cockpit and Admin. */
@Configuration(proxyBeanMethods = false)
class WebappSession {

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappAuthentication() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.addInitParameter("authentication-provider", ContainerBasedAuthenticationProvider.class.getName());
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        // After Spring Security, which knows who is there, and before the webapps' own filters, which ask.
        filter.setOrder(0);
        return filter;
    }
}

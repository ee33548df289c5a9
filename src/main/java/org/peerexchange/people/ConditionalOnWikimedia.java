package org.peerexchange.people;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** What is there only where people can sign in with Wikimedia. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ConditionalOnWikimedia.ClientIsKnown.class)
public @interface ConditionalOnWikimedia {

    /** A variable that is set to nothing, as Docker Compose does, is as good as none. */
    class ClientIsKnown implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StringUtils.hasText(context.getEnvironment().getProperty("peerexchange.wikimedia.client-id"));
        }
    }
}

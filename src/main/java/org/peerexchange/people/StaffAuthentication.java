package org.peerexchange.people;

import java.util.ArrayList;
import java.util.List;
import org.peerexchange.people.process.StaffAccounts;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs staff in with their engine account, after the throttle has let them through. */
@Component
class StaffAuthentication implements AuthenticationProvider {

    /** Everybody in one of the groups. */
    static final String MEMBER = "MEMBER";
    /** Those who run programmes. */
    static final String STAFF = "STAFF";

    private final StaffAccounts accounts;
    private final Groups groups;
    private final SignInThrottle throttle;

    StaffAuthentication(StaffAccounts accounts, Groups groups, SignInThrottle throttle) {
        this.accounts = accounts;
        this.groups = groups;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName().strip();
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        throttle.check(name, address);
        StaffMember member = accounts.withPassword(
                        name, attempt.getCredentials().toString())
                .orElseThrow(() -> {
                    throttle.failed(name, address);
                    return new BadCredentialsException("wrong name or password");
                });
        throttle.succeeded(name, address);
        List<GrantedAuthority> roles = roles(member);
        if (roles.isEmpty()) {
            throw new DisabledException("no group");
        }
        return UsernamePasswordAuthenticationToken.authenticated(member.id(), null, roles);
    }

    private List<GrantedAuthority> roles(StaffMember member) {
        List<GrantedAuthority> roles = new ArrayList<>();
        if (member.groups().stream().anyMatch(groups::knows)) {
            roles.add(new SimpleGrantedAuthority("ROLE_" + MEMBER));
        }
        if (member.groups().stream().anyMatch(groups::isHub)) {
            roles.add(new SimpleGrantedAuthority("ROLE_" + STAFF));
        }
        return roles;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}

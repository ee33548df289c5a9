package org.peerexchange.impact;

import java.util.Locale;

/**
 * One side of an exchange, as the public may know it.
 *
 * @param community the community's name
 * @param country the country in words; empty when it is not known
 * @param username wiki user name of the one who spoke for it; empty when it is not known
 */
record Side(String community, String country, String username) {

    /** @param country an ISO 3166 code; what is none is taken for a country's name */
    static Side of(String community, String country, String username) {
        String name = country.matches("[A-Za-z]{2}")
                ? new Locale.Builder().setRegion(country).build().getDisplayCountry(Locale.ENGLISH)
                : country;
        return new Side(community, name, username);
    }
}

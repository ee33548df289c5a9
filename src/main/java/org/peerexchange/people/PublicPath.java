package org.peerexchange.people;

/** A path that a part of the application opens for reading to everybody; a bean of this type is a door. */
public record PublicPath(String pattern) {}

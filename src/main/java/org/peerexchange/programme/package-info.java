/** Programmes, their cycles and cases, communities and the dated facts about them. */
package org.peerexchange.programme;

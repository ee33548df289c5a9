/** What people read in their own language: sentences and their translations, messages with plural forms, days written out. */
package org.peerexchange.language;

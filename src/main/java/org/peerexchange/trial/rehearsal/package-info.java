/** Plays a whole cycle of a programme with people and days made by chance, and says what it was like. */
package org.peerexchange.trial.rehearsal;

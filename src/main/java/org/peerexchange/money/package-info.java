/** Money: advances, what they were spent on and what came back, in a ledger that must balance. */
package org.peerexchange.money;

/** Due dates and reminder ladders: tables say what, this room does the calendar. */
package org.peerexchange.deadline;

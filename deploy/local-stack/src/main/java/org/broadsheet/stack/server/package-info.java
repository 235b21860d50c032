/// The members of the stack, one type each: what it takes to start them and how to see that they
/// are ready.
package org.broadsheet.stack.server;

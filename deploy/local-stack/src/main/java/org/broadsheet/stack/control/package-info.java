/// Starting, watching and stopping the members of the stack.
package org.broadsheet.stack.control;

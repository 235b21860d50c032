/// Where things are and what can be set: the clone, the home folder, ports and sizes.
package org.broadsheet.stack.settings;
